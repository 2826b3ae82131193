#!/usr/bin/env node
// Starts Recount: the built bundle, or in a checkout the sources themselves where they are newer than the build.
import fs from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `recount needs Node 22.13 or newer, and this is ${process.version}. In a clone, "npx recount" uses the Node that came with it.`,
  );
  process.exit(2);
}
module.enableCompileCache?.();
const { main } = await import(entry());
process.exitCode = await main(process.argv.slice(2));

function entry() {
  const built = new URL('../dist/cli.js', import.meta.url);
  const source = new URL('../src/cli/main.ts', import.meta.url);
  // Node before 22.18 runs no TypeScript
  if (!fs.existsSync(source) || !process.features.typescript) return built.href;
  if (!fs.existsSync(built)) return source.href;
  const builtAt = fs.statSync(built).mtimeMs;
  const root = fileURLToPath(new URL('../src/', import.meta.url));
  const sources = fs.readdirSync(root, { recursive: true }).filter((path) => path.endsWith('.ts'));
  const isStale = sources.some((path) => fs.statSync(root + path).mtimeMs > builtAt);
  return isStale ? source.href : built.href;
}
