// What comes behind lines that tell how far it is, as ui/serving/streaming.py writes them: {sign, rest}, where after = the bytes
// are what was asked for and after ! a sentence. A refusal before the work is JSON. And how a file is saved.
async function received(answer, tell) {
  if ((answer.headers.get("Content-Type") || "").includes("json"))
    return { sign: "!", rest: new TextEncoder().encode((await answer.json()).refused) };
  if (!answer.ok) throw new Error("refused");
  const reader = answer.body.getReader(), parts = [];
  let line = "", sign = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    let at = 0;
    for (; !sign && at < value.length; at += 1) {
      const letter = String.fromCharCode(value[at]);
      if (!line && (letter === "=" || letter === "!")) sign = letter;
      else if (letter === "\n") {
        tell(...line.split("/").map(Number));
        line = "";
      } else line += letter;
    }
    if (sign) parts.push(value.subarray(at));
  }
  if (!sign) throw new Error("cut off");
  return { sign, rest: new Uint8Array(await new Blob(parts).arrayBuffer()) };
}

function saved(bytes, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
