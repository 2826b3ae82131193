// Makes a checkout ready to run, on whatever Node started npm (20 or later): installs what package-lock.json names,
// makes sure that Node 24 came with it, builds what is missing or older than its sources. Does nothing when all is there.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...path) => join(root, ...path);
const isWindows = process.platform === 'win32';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) stop(`Node 20 or later is needed to set Recount up; this is ${process.version}.`);

if (!isInstalled()) {
  say('Installing what Recount needs (once; about a minute)');
  npm('ci', '--loglevel=error');
}
const node = node24();
for (const { made, from, script } of [
  {
    made: 'data/built/gazetteer.bin',
    from: ['src/knowledge', 'scripts/build-gazetteer.ts'],
    script: 'build-gazetteer.ts',
  },
  { made: 'dist/cli.js', from: ['src', 'package.json', 'scripts/build.ts'], script: 'build.ts' },
]) {
  if (existsSync(at('scripts', script)) && isOlder(made, from)) {
    say(`Building ${made}`);
    run(node, at('scripts', script));
  }
}

/** Whether node_modules holds every package of the lock in its version. */
function isInstalled() {
  const hidden = at('node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

/** The Node that came with the checkout. Its package fetches the binary in an install script, which npm may have left out. */
function node24() {
  const own = at('node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');
  if (!runs(own)) {
    say('Fetching Node 24');
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: at('node_modules', 'node'),
      stdio: 'inherit',
    });
  }
  if (runs(own)) return own;
  // a newer Node that is already here runs everything as well
  const [nodeMajor, nodeMinor] = process.versions.node.split('.').map(Number);
  if (nodeMajor > 22 || (nodeMajor === 22 && nodeMinor >= 18)) return process.execPath;
  return stop(
    'Node 24 could not be fetched. Install Node 24 from nodejs.org, or allow its install script, and try again.',
  );
}

function runs(executable) {
  return existsSync(executable) && spawnSync(executable, ['--version']).status === 0;
}

/** Whether a built file is missing or older than the newest of its sources. */
function isOlder(made, from) {
  return !existsSync(at(made)) || from.some((source) => newest(at(source)) > statSync(at(made)).mtimeMs);
}

function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) run(process.execPath, cli, ...args);
  else run(isWindows ? 'npm.cmd' : 'npm', ...args);
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['inherit', 2, 2],
    shell: command.endsWith('.cmd'),
  });
  if (status !== 0) stop(`${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ''}.`);
}

function say(line) {
  console.error(`recount: ${line} …`);
}

function stop(line) {
  console.error(`recount: ${line}`);
  process.exit(1);
}
