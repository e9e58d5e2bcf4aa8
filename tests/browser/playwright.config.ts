/** How the specs run; the stage starts the worlds, names them, and says which specs and how many at a time. */
import { defineConfig } from '@playwright/test';

/** The address bar's list of suggestions: a page of the browser's own beside every page, and half its work. */
const SUGGESTIONS = ['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup'];

/** Chromium keeps the last list that it is given, so Playwright's own has to be in it. */
const PLAYWRIGHTS = [
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Tests that mostly wait begin; the others run meanwhile. */
const WAITS = /@waits/;

export default defineConfig({
  testDir: '.',
  outputDir: process.env.PLAYWRIGHT_OUTPUT ?? '../../target/playwright',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'waiting', grep: WAITS },
    { name: 'working', grepInvert: WAITS },
  ],
  use: {
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 360, height: 780 },
    // Chromium takes a page that a spec made up for one of the open internet.
    permissions: ['local-network-access'],
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // Recording doubles the work of a test.
    trace: process.env.TUMBAS_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        `--disable-features=${[...PLAYWRIGHTS, ...SUGGESTIONS].join(',')}`,
      ],
    },
  },
});
