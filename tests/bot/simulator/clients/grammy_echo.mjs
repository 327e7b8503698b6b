// A bot of grammY's, as its own pages show one: it says again what it hears, with a button and a picture.
// node grammy_echo.mjs <api root> <token>; it prints "ready", then what goes wrong, if anything.
import { Bot, InlineKeyboard, InputFile } from "grammy";

const [apiRoot, token] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
const picture = () => new InputFile(Buffer.from("a picture"), "carte.png");

bot.command("start", (ctx) => ctx.reply("<b>Bonjour</b> & bienvenue".replace("&", "&amp;"), { parse_mode: "HTML" }));
bot.command("carte", (ctx) => ctx.replyWithPhoto(picture(), { caption: "*la salle*", parse_mode: "MarkdownV2" }));
bot.command("salon", async (ctx) => ctx.reply((await ctx.getChat()).type));
bot.on("message:text", (ctx) =>
  ctx.reply(`Vous avez dit: ${ctx.msg.text}`, { reply_markup: new InlineKeyboard().text("Oui", "yes") }));
bot.on("message:photo", async (ctx) => {
  const file = await ctx.getFile();
  const answer = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
  await ctx.reply(`${(await answer.arrayBuffer()).byteLength} octets`);
});
bot.on("callback_query:data", async (ctx) => {
  await ctx.answerCallbackQuery({ text: "Noté" });
  await ctx.editMessageText("C'est noté.");
});
bot.catch(({ error }) => console.log(`went wrong: ${error}`));
bot.start({ onStart: () => console.log("ready") });
process.on("SIGTERM", () => bot.stop());
