// Opens every page of FOLDER/pages and says what is wrong with it; ends with 1 if anything is.
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { execFileSync } = require('node:child_process');
const { chromium } = require('playwright-core');
const { HtmlValidate } = require('html-validate');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const folder = process.argv[2];
const pages = fs.readdirSync(path.join(folder, 'pages')).filter((name) => name.endsWith('.html')).sort();
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const looks = [
  ['desk', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['phone', { viewport: { width: 390, height: 844 }, colorScheme: 'light', isMobile: true }],
];
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // The style of a file that stands for itself stands in it.
    'no-inline-style': 'off',
    // A drawing has its title and its words; a region that scrolls must be reached with the keys.
    'prefer-native-element': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // Blanks that do not break are meant.
    'no-raw-characters': 'off',
    'doctype-style': 'off',
  },
});

let wrong = 0;
function say(name, what) {
  wrong += 1;
  console.log(`${name}: ${what}`);
}

async function validate(name, file) {
  const report = await validator.validateFile(file);
  for (const result of report.results) {
    for (const message of result.messages) {
      say(name, `${message.ruleId} at ${message.line}:${message.column}: ${message.message}`);
    }
  }
}

async function open(browser, name, file, [look, options]) {
  const context = await browser.newContext({ ...options, bypassCSP: false });
  const page = await context.newPage();
  page.setDefaultTimeout(180000);
  const itself = pathToFileURL(file).href;
  page.on('request', (request) => {
    const url = request.url();
    if (url !== itself && !url.startsWith('data:')) say(name, `${look}: asks for ${url}`);
  });
  page.on('dialog', (dialog) => { say(name, `${look}: a script runs`); dialog.dismiss(); });
  page.on('console', (message) => { if (message.type() === 'error') say(name, `${look}: ${message.text()}`); });
  page.on('pageerror', (error) => say(name, `${look}: ${error}`));
  await page.goto(itself);
  const seen = await page.evaluate(() => {
    const wide = document.documentElement;
    const out = [];
    // A label drawn in the fonts of this machine must stay in its drawing, and no two may meet.
    for (const svg of document.querySelectorAll('figure svg')) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const boxes = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect(), text.hasAttribute('transform')]);
      for (const [said, box] of boxes) {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5) {
          out.push(`leaves its drawing: ${said}`);
        }
      }
      for (let i = 0; i < boxes.length; i += 1) {
        for (let j = i + 1; j < boxes.length; j += 1) {
          const [a, b] = [boxes[i][1], boxes[j][1]];
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 5) out.push(`lies on another label: ${boxes[i][0]} / ${boxes[j][0]}`);
        }
      }
    }
    return {
      sideways: wide.scrollWidth > wide.clientWidth + 1,
      scripts: document.scripts.length,
      images: document.images.length,
      labels: out,
    };
  });
  if (seen.sideways) say(name, `${look}: is wider than its window`);
  if (seen.scripts + seen.images > 0) say(name, `${look}: has scripts or pictures from elsewhere`);
  for (const label of seen.labels) say(name, `${look}: ${label}`);
  await page.screenshot({ path: path.join(folder, `${name}-${look}.png`), fullPage: true });
  if (look === 'desk') await printed(page, name);
  await context.close();
  await readable(browser, name, itself, [look, options]);
}

// Contrast, names and order, as a reader's own tools see them. The checker is a script, which the page itself forbids.
async function readable(browser, name, url, [look, options]) {
  const context = await browser.newContext({ ...options, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(180000);
  await page.goto(url);
  await page.evaluate(axe);
  const report = await page.evaluate(() => globalThis.axe.run(document));
  for (const violation of report.violations) {
    const first = violation.nodes[0];
    say(name, `${look}: ${violation.id} (${violation.nodes.length}): ${first.html.slice(0, 160)} ${first.failureSummary ?? ''}`);
  }
  await context.close();
}

async function printed(page, name) {
  const file = path.join(folder, `${name}.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true });
  try {
    execFileSync('pdftoppm', ['-r', '60', '-png', file, path.join(folder, `${name}-print`)]);
  } catch {
    console.log('pdftoppm is missing: no pictures of printed pages');
  }
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  for (const file of pages) {
    const name = path.basename(file, '.html');
    const whole = path.join(folder, 'pages', file);
    await validate(name, whole);
    for (const look of looks) await open(browser, name, whole, look);
  }
  await browser.close();
  console.log(`${pages.length} pages looked at, ${wrong} things wrong; pictures in ${folder}`);
  process.exitCode = wrong > 0 ? 1 : 0;
})();
