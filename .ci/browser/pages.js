// Looks at what gapcheck writes for browsers, in a real one: `node pages.js PROGRAM FOLDER`. Every promise is a line; the first
// run that breaks one ends with 1 and says which.
'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const puppeteer = require('puppeteer-core');

const [program, folder] = process.argv.slice(2);
const AS_OF = '2026-11-22';
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// Each wants to be more than text somewhere.
const ATTACKS = [
  '<script>window.owned=1;alert(1)</script>',
  '"><script>window.owned=1</script>',
  '</style><script>window.owned=1</script>',
  '</title></svg><script>window.owned=1</script>',
  '<img src="https://example.org/x.png" onerror="window.owned=1">',
  '<svg onload="window.owned=1">',
  "' onmouseover='window.owned=1' x='",
  '" autofocus onfocus="window.owned=1" x="',
  '<iframe src="https://example.org/"></iframe>',
  '<link rel="stylesheet" href="https://example.org/x.css">',
  '<style>@import url("https://example.org/y.css");body{display:none}</style>',
  '<meta http-equiv="refresh" content="0;url=https://example.org/">',
  '<base href="https://example.org/">',
  '<a href="javascript:window.owned=1">click</a>',
  '[click](javascript:window.owned=1)',
  '{{7*7}} ${7*7} <%= 7*7 %> {% include "x" %}',
  '&lt;script&gt;window.owned=1&lt;/script&gt; &#60;b&#62;',
  ']]><script>window.owned=1</script><!--',
  '--><script>window.owned=1</script>',
  '\u0000\u0008\u001b[31m\u202egnp.exe\u2066\ufffe',
];

// The places at which something is wrong.
const faults = [];
const check = (holds, what) => { if (!holds) faults.push(what); };

function gapcheck(...args) {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] });
}

// A resume in which an attack stands wherever words can stand.
function hostile(attack) {
  return {
    basics: { name: attack, label: `ML Engineer ${attack}`, summary: attack },
    work: [{
      name: attack, position: `Machine Learning Engineer ${attack}`, startDate: '2019-01', summary: attack,
      highlights: [`${attack} deployed the ranking model in Python and PyTorch to production ${attack}`, `${attack}, mentored two engineers`],
    }],
    skills: [{ name: `Kubernetes ${attack}`, keywords: [attack, 'Spark', `Pythn ${attack}`] }],
    certificates: [{ name: `Certified Kubernetes Administrator ${attack}`, date: '2019-01' }],
    [attack]: attack,
  };
}

// The built-in profile with an attack in all texts that a profile's author writes freely.
function hostileProfile(attack) {
  const file = path.join(process.cwd(), 'profiles/senior-ml-engineer.json');
  const profile = JSON.parse(fs.readFileSync(file, 'utf8'));
  profile.id = 'hostile';
  profile.title = attack;
  for (const requirement of profile.requirements) {
    for (const key of ['title', 'area', 'why_weight', 'next_step', 'question']) requirement[key] = attack;
  }
  return profile;
}

// A page with what it asked for, said and threw.
async function open(browser, file, { width = 1280, height = 900, scheme = 'light' } = {}) {
  const page = await browser.newPage();
  const seen = { requests: [], said: [], dialogs: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('console', (message) => seen.said.push(message.text()));
  page.on('pageerror', (error) => seen.said.push(String(error)));
  page.on('dialog', (dialog) => { seen.dialogs.push(dialog.message()); dialog.dismiss(); });
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const url = pathToFileURL(path.join(folder, file)).href;
  await page.goto(url, { waitUntil: 'load' });
  // What would run or load later gets the time for it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const others = seen.requests.filter((asked) => asked !== url && !asked.startsWith('data:'));
  check(others.length === 0, `${file}: it asks for ${others}`);
  check(seen.said.length === 0, `${file}: the console says ${seen.said}`);
  check(seen.dialogs.length === 0, `${file}: a dialog says ${seen.dialogs}`);
  check(page.url() === url, `${file}: it leads to ${page.url()}`);
  return page;
}

// Landmarks, contrast, names, order: everything that axe knows.
async function axe(page, name, width) {
  await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations', 'incomplete'] }));
  const said = (list) => list.map((v) => `${v.id} (${v.nodes.map((n) => n.target).slice(0, 3).join('; ')})`).join(', ');
  check(violations.length === 0, `${name}: axe finds ${said(violations)}`);
  // Of text in a drawing axe cannot tell what lies behind it: it stands on the page. Of what a narrow window has to scroll to it
  // cannot either: the wide one shows it in the same colours.
  const contrast = incomplete.filter((i) => i.id === 'color-contrast').flatMap((i) => i.nodes).filter((n) => !n.html.startsWith('<text'));
  check(width < 1000 || contrast.length === 0, `${name}: axe cannot tell the contrast of ${contrast.map((n) => n.target).slice(0, 3)}`);
  const drawn = await page.evaluate(() => {
    const light = (color) => {
      const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      const [r, g, b] = color.match(/\d+/g).map(Number).map(channel);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = light(getComputedStyle(document.body).backgroundColor);
    const ratio = (text) => { const own = light(getComputedStyle(text).fill); return (Math.max(own, page) + 0.05) / (Math.min(own, page) + 0.05); };
    return [...document.querySelectorAll('svg text')].map(ratio);
  });
  check(drawn.every((ratio) => ratio >= 4.5), `${name}: text in the drawing has a contrast of ${Math.min(...drawn)}`);
}

// Nothing in a document that could run or load, whatever its text says.
async function isInert(page, name) {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const active = all.filter((e) => ['script', 'img', 'iframe', 'object', 'embed', 'base', 'form', 'image', 'use', 'foreignobject'].includes(e.localName));
    const handlers = all.filter((e) => [...e.attributes].some((a) => /^on/i.test(a.name)));
    const links = all.filter((e) => e.hasAttribute('href')).map((e) => e.getAttribute('href')).filter((href) => !/^(#|https:\/\/|data:,$)/.test(href));
    return { active: active.map((e) => e.outerHTML.slice(0, 80)), handlers: handlers.length, links, owned: window.owned };
  });
  check(found.active.length === 0, `${name}: it holds ${found.active}`);
  check(found.handlers === 0, `${name}: ${found.handlers} elements have handlers`);
  check(found.links.length === 0, `${name}: it links to ${found.links}`);
  check(found.owned === undefined, `${name}: something ran`);
}

async function report(browser, name) {
  const file = `${name}.html`;
  const example = path.join(process.cwd(), 'examples', `${name}.json`);
  gapcheck('assess', example, '--as-of', AS_OF, '-q', '--format', `html=${file}`);
  const size = fs.statSync(path.join(folder, file)).size;
  check(size < 200_000, `${file} has ${size} bytes`);
  for (const scheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      const page = await open(browser, file, { width, scheme });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      check(wide <= width, `${file}: ${wide} wide in a window of ${width}`);
      await axe(page, `${file}, ${scheme}, ${width}`, width);
      await isInert(page, file);
      if (name === 'senior') await page.screenshot({ path: path.join(folder, `${name}-${scheme}-${width}.png`), fullPage: true });
      await page.close();
    }
  }
  const page = await open(browser, file);
  // Without a mouse: the first key leads past the navigation, each link of which leads to a heading.
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
  check(first === '#main', `${file}: the first key leads to ${first}`);
  const lost = await page.evaluate(() => [...document.querySelectorAll('nav a')].filter((a) => !document.querySelector(a.getAttribute('href'))).length);
  check(lost === 0, `${file}: ${lost} links lead nowhere`);
  const pages = [];
  for (const format of ['A4', 'Letter']) {
    const pdf = Buffer.from(await page.pdf({ format, path: path.join(folder, `${name}-${format}.pdf`), preferCSSPageSize: false }));
    const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
    pages.push(count);
    check(count >= 2 && count <= 4, `${file}: ${count} pages of ${format}`);
  }
  // On paper nothing is cut off: 188 mm of an A4 page lie between the margins, at 96 dots an inch.
  await page.emulateMediaType('print');
  await page.setViewport({ width: 710, height: 1000 });
  const cut = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).display !== 'none').length);
  check(cut === 0, `${file}: ${cut} elements are cut off on paper`);
  await page.close();
  console.log(`${file}: ${size} bytes, ${pages.join(' and ')} pages of A4 and Letter`);
}

// The heat map of a group that hides something: a few juniors among many seniors.
async function cohort(browser) {
  const example = (name) => fs.readFileSync(path.join(process.cwd(), 'examples', `${name}.json`), 'utf8').replace(/\n\s*/g, ' ');
  const group = { senior: 9, mid: 7, lead: 4, junior: 3, principal: 2, 'career-changer': 2, 'keyword-wall': 1 };
  const lines = Object.entries(group).flatMap(([name, times]) => Array(times).fill(example(name)));
  fs.writeFileSync(path.join(folder, 'group.jsonl'), lines.join('\n'));
  for (const smallest of [2, 5]) {
    const file = `cohort-${smallest}.html`;
    gapcheck('cohort', 'group.jsonl', '--no-config', '--as-of', AS_OF, '--min-group', String(smallest), '--format', `html=${file}`);
    const size = fs.statSync(path.join(folder, file)).size;
    check(size < 200_000, `${file} has ${size} bytes`);
    for (const scheme of ['light', 'dark']) {
      for (const width of [360, 1280]) {
        const page = await open(browser, file, { width, scheme });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        check(wide <= width, `${file}: ${wide} wide in a window of ${width}`);
        await axe(page, `${file}, ${scheme}, ${width}`, width);
        await isInert(page, file);
        // Colour is not all that tells: every cell has words, and what is hidden has no shade.
        const cells = await page.evaluate(() => [...document.querySelectorAll('.heat td')].map((td) => [td.textContent.trim(), getComputedStyle(td).getPropertyValue('--share')]));
        check(cells.length > 300 && cells.every(([text]) => text !== ''), `${file}: a cell of ${cells.length} says nothing`);
        check(cells.every(([text, shade]) => !/^[<*]/.test(text) || Number(shade) === 0), `${file}: a hidden cell has a shade`);
        check(cells.some(([text]) => text === `<${smallest}`), `${file}: nothing is hidden`);
        await page.screenshot({ path: path.join(folder, `cohort-${smallest}-${scheme}-${width}.png`), fullPage: true });
        await page.close();
      }
    }
    const page = await open(browser, file);
    const pdf = Buffer.from(await page.pdf({ format: 'A4', path: path.join(folder, `cohort-${smallest}.pdf`) }));
    const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
    check(count <= 4, `${file}: ${count} pages of A4`);
    await page.emulateMediaType('print');
    await page.setViewport({ width: 710, height: 1000 });
    const cut = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).display !== 'none').length);
    check(cut === 0, `${file}: ${cut} elements are cut off on paper`);
    await page.close();
    console.log(`${file}: ${size} bytes, ${count} pages of A4`);
  }
}

async function card(browser, name) {
  const file = `${name}.svg`;
  const example = path.join(process.cwd(), 'examples', `${name}.json`);
  gapcheck('assess', example, '--as-of', AS_OF, '-q', '--format', `svg=${file}`, '--format', `svg-badge=${name}-badge.svg`);
  for (const scheme of ['light', 'dark']) {
    const page = await open(browser, file, { width: 400, height: 330, scheme });
    const outside = await page.evaluate(() => {
      const width = document.documentElement.getBoundingClientRect().width;
      const boxes = [...document.querySelectorAll('text')].map((t) => [t.textContent, t.getBoundingClientRect()]);
      const over = boxes.filter(([, b]) => b.left < 8 || b.right > width - 8).map(([text]) => text);
      return { over };
    });
    check(outside.over.length === 0, `${file}: outside of the card: ${outside.over}`);
    await isInert(page, file);
    await page.screenshot({ path: path.join(folder, `${name}-card-${scheme}.png`) });
    await page.close();
  }
  const badge = await open(browser, `${name}-badge.svg`, { width: 300, height: 40 });
  await badge.screenshot({ path: path.join(folder, `${name}-badge.png`) });
  await badge.close();
}

async function attack(browser, text, number) {
  const [resume, profile] = [`hostile-${number}.json`, `profile-${number}.json`];
  fs.writeFileSync(path.join(folder, resume), JSON.stringify(hostile(text)));
  fs.writeFileSync(path.join(folder, profile), JSON.stringify(hostileProfile(text)));
  const common = ['--as-of', AS_OF, '--no-config'];
  gapcheck('assess', resume, ...common, '-q', '--format', 'html=a.html', '--format', 'svg=a.svg', '--format', 'svg-badge=a-badge.svg');
  gapcheck('assess', resume, ...common, '-q', '--profile', profile, '--format', 'html=b.html', '--format', 'svg=b.svg');
  gapcheck('plan', resume, ...common, '--profile', profile, '--format', 'html=c.html');
  gapcheck('cohort', resume, ...common, '--min-group', '1', '--profile', profile, '--format', 'html=d.html');
  // What is shown of it; control characters are replaced.
  const word = text.split(/[^\x20-\x7e]+/).sort((a, b) => b.length - a.length)[0].slice(0, 30);
  for (const file of ['a.html', 'a.svg', 'a-badge.svg', 'b.html', 'b.svg', 'c.html', 'd.html']) {
    const page = await open(browser, file, { width: 360 });
    await isInert(page, `${file} with ${JSON.stringify(text)}`);
    const shown = await page.evaluate(() => document.documentElement.textContent);
    const broken = await page.evaluate(() => document.querySelector('parsererror') !== null);
    check(!broken, `${file} is no XML with ${JSON.stringify(text)}`);
    // The card cuts long titles and shows no words of the resume.
    if (file.endsWith('.html')) check(shown.includes(word), `${file} does not show ${JSON.stringify(word)}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    check(file.endsWith('.svg') || wide <= 360, `${file}: ${wide} wide with ${JSON.stringify(text)}`);
    await page.close();
  }
}

async function main() {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const name of ['senior', 'junior', 'principal', 'career-changer', 'keyword-wall']) {
      await report(browser, name);
      await card(browser, name);
    }
    await cohort(browser);
    for (const [number, text] of ATTACKS.entries()) await attack(browser, text, number);
    console.log(`${ATTACKS.length} attacks, each in two reports, a plan, a cohort, two cards and a badge`);
  } finally {
    await browser.close();
  }
  if (faults.length > 0) {
    console.error([...new Set(faults)].join('\n'));
    process.exit(1);
  }
}

main().catch((error) => { console.error(error); process.exit(1); });
