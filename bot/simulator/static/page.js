// The page: words, clock, language, and one request for the state every half second.
import { drawPhone, makePhone } from "./phones.js";

const PACE = 500; // milliseconds between two looks
const page = { language: "fr", words: {}, version: "", state: null, phones: new Map() };

const say = (key, values = {}) => {
  const words = page.words[key] ?? key;
  return typeof words === "string" ? words.replace(/\{(\w+)\}/g, (_, name) => values[name]) : words;
};

export async function post(path, body, headers = { "Content-Type": "application/json" }) {
  try {
    const sent = body instanceof Blob ? body : JSON.stringify(body);
    const answer = await fetch(path, { method: "POST", body: sent, headers });
    if (answer.ok) return await answer.json();
    tell(say("failed")[await answer.text()] ?? say("failed").other);
  } catch {
    tell(say("failed").gone);
  }
  return null;
}

let hiding;
export function tell(sentence) {
  const notice = document.getElementById("notice");
  notice.textContent = sentence;
  notice.classList.add("shown");
  clearTimeout(hiding);
  hiding = setTimeout(() => notice.classList.remove("shown"), 4000);
}

const formats = (options) => new Intl.DateTimeFormat(`${page.language}-CA`, { timeZone: page.state.zone, ...options });
export const hourOf = (when) => formats({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(when);
export const dayOf = (when) => formats({ weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(when);

function showClock() {
  const now = new Date(page.state.now);
  document.getElementById("time").textContent = hourOf(now);
  document.getElementById("time").dateTime = page.state.now;
  document.getElementById("date").textContent = dayOf(now);
}

function showWords() {
  document.documentElement.lang = page.language;
  document.title = say("title");
  document.getElementById("language").textContent = say("language");
  document.getElementById("language").lang = page.language === "fr" ? "en" : "fr";
  for (const place of document.querySelectorAll("[data-words]")) place.textContent = say(place.dataset.words);
  for (const place of document.querySelectorAll("[data-placeholder]")) place.placeholder = say(place.dataset.placeholder);
}

function showPhones() {
  for (const state of page.state.phones) {
    if (!page.phones.has(state.id)) {
      page.phones.set(state.id, makePhone(state));
      document.getElementById("phones").append(page.phones.get(state.id));
      const link = document.createElement("a");
      link.href = `#${page.phones.get(state.id).id}`;
      link.textContent = state.name;
      document.getElementById("goto").append(link);
      showWords();
    }
    drawPhone(page.phones.get(state.id), state, say);
  }
}

async function look() {
  try {
    const answer = await (await fetch(`/sim/state?version=${page.version}`)).json();
    page.state = { ...page.state, ...answer };
    if (answer.phones) showPhones();
    document.getElementById("desk").hidden = !answer.desk;
    page.version = answer.version;
    showClock();
  } catch {
    tell(say("failed").gone);
  }
}

async function speak(language) {
  page.words = await (await fetch(`/static/words.${language}.json`)).json();
  page.language = language;
  localStorage.setItem("language", language);
  showWords();
  if (page.state) {
    for (const phone of page.phones.values()) phone.dataset.drawn = "";
    showPhones();
    showClock();
  }
}

async function jump(button) {
  const buttons = document.querySelectorAll("[data-jump]");
  buttons.forEach((one) => (one.disabled = true));
  tell(say("moving"));
  const answer = await post("/sim/clock", { to: button.dataset.jump });
  buttons.forEach((one) => (one.disabled = false));
  button.focus();
  if (answer) tell(answer.moved ? say("moved", { date: `${dayOf(new Date(answer.now))}, ${hourOf(new Date(answer.now))}` }) : say("nowhere"));
  await look();
}

document.getElementById("jumps").addEventListener("click", (event) => event.target.dataset.jump && jump(event.target));
document.getElementById("language").addEventListener("click", () => speak(page.language === "fr" ? "en" : "fr"));
export const lookNow = look;

async function run() {
  await speak(localStorage.getItem("language") ?? "fr");
  for (;;) {
    await look();
    await new Promise((resume) => setTimeout(resume, PACE));
  }
}
run();
