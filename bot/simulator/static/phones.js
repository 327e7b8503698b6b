// One device: made once from its template, drawn again when what it shows has changed. Text is never read as HTML.
import { dayOf, hourOf, lookNow, post } from "./page.js";

const KEYS = [
  ["1", ""], ["2", "ABC"], ["3", "DEF"], ["4", "GHI"], ["5", "JKL"], ["6", "MNO"],
  ["7", "PQRS"], ["8", "TUV"], ["9", "WXYZ"], ["*", ""], ["0", "+"], ["#", ""],
];

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

const act = async (path, body, headers) => {
  const answer = await post(path, body, headers);
  await lookNow();
  return answer;
};

export function makePhone(state) {
  const phone = document.getElementById(`${state.kind}-phone`).content.cloneNode(true).firstElementChild;
  phone.id = `phone-${state.id}`;
  phone.classList.add(state.role);
  const form = phone.querySelector("form");
  const text = form.querySelector("textarea");
  form.addEventListener("submit", (event) => { event.preventDefault(); send(phone, state.id); });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
  });
  form.querySelector("input").addEventListener("change", () => showAttached(phone));
  phone.querySelector(".attached button").addEventListener("click", () => detach(phone));
  phone.querySelector(".start")?.addEventListener("click", () => act("/sim/start", { phone: state.id }));
  phone.querySelector(".keys")?.append(...KEYS.map(([key, letters]) => makeKey(key, letters, text)));
  return phone;
}

function makeKey(key, letters, text) {
  const made = element("button", "", key);
  made.type = "button";
  made.tabIndex = -1;
  made.append(element("small", "", letters));
  made.addEventListener("click", () => { text.value += key; text.focus(); });
  return made;
}

function showAttached(phone) {
  const file = phone.querySelector("form input").files[0];
  phone.querySelector(".attached").hidden = !file;
  phone.querySelector(".attached span").textContent = file?.name ?? "";
}

function detach(phone) {
  phone.querySelector("form input").value = "";
  showAttached(phone);
}

async function send(phone, id) {
  const box = phone.querySelector("textarea");
  const file = phone.querySelector("form input").files[0];
  const text = box.value;
  if (!text.trim() && !file) return;
  const query = new URLSearchParams({ phone: id, text, name: file?.name ?? "" });
  const sent = file
    ? await act(`/sim/photo?${query}`, file, { "Content-Type": file.type || "application/octet-stream" })
    : await act("/sim/send", { phone: id, text });
  if (sent) { box.value = ""; detach(phone); }
  box.focus();
}

export function drawPhone(phone, state, say) {
  const drawn = JSON.stringify(state);
  if (phone.dataset.drawn === drawn) return;
  phone.dataset.drawn = drawn;
  const title = phone.querySelector(".who h2");
  title.textContent = state.name;
  title.id = `name-${state.id}`;
  phone.setAttribute("aria-labelledby", title.id);
  phone.querySelector(".role").textContent = say(state.role);
  phone.querySelector(".number").textContent = state.kind === "sms" ? `${say("sms")} · ${readable(state.address)}` : say("telegram");
  phone.querySelector("textarea").setAttribute("aria-label", say("write_to", { name: state.name }));
  phone.querySelector(".log").setAttribute("aria-label", say("conversation", { name: state.name }));
  if (state.kind === "sms") phone.querySelector(".to").textContent = readable(state.to);
  else drawTelegram(phone, state, say);
  drawLog(phone.querySelector(".log"), state, say);
}

const readable = (number) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1 $2-$3");

function drawTelegram(phone, state, say) {
  phone.querySelector(".bot").textContent = state.bot;
  phone.querySelector(".start").hidden = state.started;
  phone.querySelector("form").hidden = !state.started;
  const keyboard = phone.querySelector(".keyboard");
  keyboard.hidden = state.keyboard.length === 0;
  keyboard.replaceChildren(...state.keyboard.map((row) => makeRow(row, (key) => typeKey(state.id, key))));
  const menu = phone.querySelector(".menu");
  menu.hidden = state.commands.length === 0;
  menu.querySelector("ul").replaceChildren(...state.commands.map((command) => makeCommand(phone, command)));
  showNotice(phone, state.notice);
}

function typeKey(id, key) {
  return key.request_contact ? act("/sim/contact", { phone: id }) : act("/sim/send", { phone: id, text: key.text ?? key });
}

function makeRow(row, press) {
  const line = element("div");
  for (const key of row) {
    const button = element("button", "", key.text ?? key);
    button.type = "button";
    button.addEventListener("click", () => press(key));
    line.append(button);
  }
  return line;
}

function makeCommand(phone, command) {
  const line = element("li");
  const button = element("button");
  button.type = "button";
  button.append(element("b", "", `/${command.command}`), ` ${command.description}`);
  button.addEventListener("click", () => {
    phone.querySelector(".menu").open = false;
    const box = phone.querySelector("textarea");
    box.value = `/${command.command} `;
    box.focus();
  });
  line.append(button);
  return line;
}

function showNotice(phone, notice) {
  const alert = phone.querySelector(".alert");
  if (!notice || notice.count === Number(alert.dataset.count ?? 0)) return;
  alert.dataset.count = notice.count;
  if (!notice.text) return;
  alert.textContent = notice.text;
  alert.classList.add("shown");
  setTimeout(() => alert.classList.remove("shown"), 4000);
}

function drawLog(log, state, say) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  const pressed = document.activeElement?.closest?.(".rows") && log.contains(document.activeElement);
  const lines = [];
  let day = "";
  for (const message of state.messages) {
    const when = new Date(typeof message.at === "number" ? message.at * 1000 : message.at);
    if (dayOf(when) !== day) lines.push(element("p", "day", (day = dayOf(when))));
    lines.push(state.kind === "sms" ? makeSms(message, when, say) : makeTelegram(message, when, state.id, say));
  }
  if (!lines.length) lines.push(element("p", "empty", say(`empty_${state.kind}`)));
  log.replaceChildren(...lines);
  if (pressed) log.focus();
  const toEnd = () => atEnd && (log.scrollTop = log.scrollHeight);
  // A line may grow once it is laid out (a photo, a narrower column): the newest stays in view.
  log.sizes?.disconnect();
  log.sizes = new ResizeObserver(toEnd);
  [log, ...lines].forEach((one) => log.sizes.observe(one));
  toEnd();
}

function makePhotos(message, say) {
  return message.photos.map((link) => {
    const photo = element("img", "photo");
    photo.src = link;
    photo.alt = say("photo_of");
    return photo;
  });
}

function makeSms(message, when, say) {
  const box = element("div", message.mine ? "message mine" : "message");
  const meta = element("p", "meta");
  const count = message.segments === 1 ? say("segments_one") : say("segments_many", { count: message.segments });
  meta.append(element("span", "", message.automatic ? `${hourOf(when)} · ${say("automatic")}` : hourOf(when)));
  meta.append(element("span", "segments", count));
  box.append(...makePhotos(message, say), element("p", "say", message.text), meta);
  return box;
}

function makeTelegram(message, when, id, say) {
  const box = element("div", message.mine ? "message mine" : "message");
  const bubble = element("div", "bubble");
  bubble.append(...makePhotos(message, say));
  if (message.kind !== "text") bubble.append(element("p", "say kind", message.file || say(message.kind)));
  if (message.text) bubble.append(element("p", "say", message.text));
  bubble.append(element("p", "meta", message.edited ? `${say("edited")} ${hourOf(when)}` : hourOf(when)));
  box.append(bubble);
  if (message.rows.length) {
    const rows = element("div", "rows");
    const press = (button) => button.data && act("/sim/press", { phone: id, message: message.id, button: button.data });
    rows.append(...message.rows.map((row) => makeRow(row, press)));
    box.append(rows);
  }
  return box;
}
