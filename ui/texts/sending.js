// What a draft's page sends to the server. Nothing of a draft is in an address.
async function asked(path, held, body, more = {}) {
  const address = new URL(held.given.addresses[path], location.href);
  for (const [name, value] of Object.entries({ date: held.date.value, region: held.region.value, ...more }))
    if (value) address.searchParams.set(name, value);
  return fetch(address, { method: "POST", body, headers: { "Content-Type": "application/octet-stream" } });
}
