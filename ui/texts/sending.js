// What a draft's page sends to the server, and how what comes back is saved. Nothing of a draft is in an address.
async function asked(path, held, body, more = {}) {
  const address = new URL(held.given.addresses[path], location.href);
  for (const [name, value] of Object.entries({ date: held.date.value, region: held.region.value, ...more }))
    if (value) address.searchParams.set(name, value);
  return fetch(address, { method: "POST", body, headers: { "Content-Type": "application/octet-stream" } });
}

// The document behind the lines that tell how far it is, or a sentence.
async function received(answer, tell) {
  if (answer.headers.get("Content-Type").includes("json")) return (await answer.json()).refused;
  const reader = answer.body.getReader(), parts = [];
  let line = "", last;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    let at = 0;
    for (; !last && at < value.length; at += 1) {
      const letter = String.fromCharCode(value[at]);
      if (!line && (letter === "=" || letter === "!")) last = letter;
      else if (letter === "\n") {
        tell(Number(line) || 0);
        line = "";
      } else line += letter;
    }
    if (last) parts.push(value.subarray(at));
  }
  if (!last) throw new Error("cut off");
  const whole = new Blob(parts);
  return last === "!" ? whole.text() : whole;
}

function saved(blob, name) {
  const link = made("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
