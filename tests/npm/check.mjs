/**
 * `node check.mjs <package> <work>`: packs the npm package, lets publint and are-the-types-wrong look at
 * the tarball, and builds, runs and type-checks its consumers from it in the empty folder `work`.
 */
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import webpack from 'webpack';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, '../../node_modules');
const [folder, work] = process.argv.slice(2);

/** Each is a promise kept by the tarball; the first broken one ends the run. */
const tarball = pack();
await lint();
await judgeTypes();
layOut();
execFileSync(process.execPath, ['server.js'], { cwd: work, stdio: 'inherit' });
for (const [module, resolution] of [['esnext', 'bundler'], ['nodenext', 'nodenext']]) {
  const tsc = [join(modules, 'typescript/bin/tsc'), '-p', work, '--module', module, '--moduleResolution', resolution];
  execFileSync(process.execPath, tsc, { stdio: 'inherit' });
}
await buildWithVite();
await buildWithWebpack();

function pack() {
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', work], { cwd: folder });
  const { filename, files } = [JSON.parse(said)].flat()[0];
  const names = files.map(({ path }) => path).sort();
  const expected = ['README.md', 'index.d.ts', 'index.js', 'package.json', 'react.d.ts', 'react.js', 'sentences.d.ts', 'types.d.ts'];
  assert.deepEqual(names.filter((name) => !name.startsWith('LICENSE')), expected);
  return join(work, filename);
}

async function lint() {
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({ level: 'suggestion', strict: true, pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) } });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
}

/** That CommonJS gets an ES module is meant: `server.js` requires it. */
async function judgeTypes() {
  const { problems } = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  assert.deepEqual(problems.filter(({ kind }) => kind !== 'CJSResolvesToESM'), []);
}

/** The consumer with the package as npm would unpack it, and React beside it. */
function layOut() {
  cpSync(join(here, 'consumer'), work, { recursive: true });
  const home = join(work, 'node_modules/@tumbas/checkout');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  mkdirSync(join(work, 'node_modules/@types'));
  for (const name of ['react', 'react-dom', 'scheduler', '@types/react', 'csstype']) {
    symlinkSync(join(modules, name), join(work, 'node_modules', name), 'junction');
  }
}

async function buildWithVite() {
  await build({ root: work, configFile: false, logLevel: 'error', build: { outDir: 'vite', minify: false } });
  const made = readdirSync(join(work, 'vite/assets')).map((name) => readFileSync(join(work, 'vite/assets', name), 'utf8')).join('');
  assert.match(made, /tumbas\.js/);
}

/** What is not imported is not there. */
function buildWithWebpack() {
  const options = {
    mode: 'production',
    context: work,
    entry: './page.js',
    output: { path: join(work, 'webpack') },
    // Types of the tests' own folder are none of its business.
    resolve: { modules: [join(work, 'node_modules')] },
  };
  return new Promise((done, refuse) => {
    webpack(options, (error, stats) => {
      if (error || stats.hasErrors() || stats.hasWarnings()) return refuse(error ?? new Error(stats.toString()));
      const made = readFileSync(join(work, 'webpack/main.js'), 'utf8');
      assert.match(made, /tumbas\.js/);
      assert.doesNotMatch(made, /"(preload|open|close)"/);
      done();
    });
  });
}
