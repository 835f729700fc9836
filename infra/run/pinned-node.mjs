// Runs on Node 20.19, before anything is installed: plain JavaScript, nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const MAJOR = 24;
const OLDEST = [20, 19];

/** Installs what is missing, then runs `script` on Node 24 with `args`, and ends as it ends. */
export async function runPinned(script, args = []) {
  refuseOldNode();
  if (needsInstall()) install();
  const node = findNode();
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: pathWithBin(node) },
  });
  // Ctrl+C reaches the whole group; this process only waits for the other to end.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  // npm runs this under a shell, and ends that shell without a word to what runs in it.
  const launcher = process.ppid;
  const watch = setInterval(() => process.env.npm_lifecycle_event && process.ppid !== launcher && child.kill(), 500);
  const code = await new Promise((resolve) => child.on('exit', (exit, signal) => resolve(exit ?? (signal ? 130 : 1))));
  clearInterval(watch);
  process.exit(code);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  stop(`This needs Node ${OLDEST.join('.')} or later to start with, and this is Node ${process.versions.node}.`);
}

function needsInstall() {
  return !isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'));
}

function readJson(path) {
  const whole = join(ROOT, path);
  return existsSync(whole) ? JSON.parse(readFileSync(whole, 'utf8')) : undefined;
}

function install() {
  console.log('Installing what JTAI Ready needs. This takes a minute or two, and only when something has changed.');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const isScript = npm !== undefined && /\.[cm]?js$/.test(npm);
  const { status } = isScript
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) stop('npm could not install everything. Check the network, then try again.');
}

/** The pinned Node; where install scripts are forbidden it is missing, and a Node 24 of one's own will do. */
function findNode() {
  const pinned = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  for (const node of [pinned, process.execPath]) {
    if (existsSync(node) && majorOf(node) === MAJOR) return node;
  }
  return stop(
    `Node ${MAJOR} is missing: npm installs it by a script of the package "node", and scripts seem to be switched off. Allow them and run "npm ci", or install Node ${MAJOR}.`,
  );
}

function majorOf(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1]);
}

function pathWithBin(node) {
  const separator = process.platform === 'win32' ? ';' : ':';
  return [dirname(node), join(ROOT, 'node_modules/.bin'), process.env.PATH].join(separator);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
