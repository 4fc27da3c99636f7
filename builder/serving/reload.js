// Reloads the page when `make serve` has another build to show, or another fault.
{
  const shown = document.currentScript.dataset.version
  const wait = seconds => new Promise(done => setTimeout(done, seconds * 1000))
  const ask = async () => {
    for (;;) {
      // A tab nobody looks at would hold a connection that others need.
      if (document.hidden) await new Promise(seen => document.addEventListener("visibilitychange", seen, { once: true }))
      try {
        const answer = await fetch(`/.serve/news?${shown}`)
        if (answer.ok && await answer.text() !== shown) return location.reload()
      } catch {
        // It is being started anew.
        await wait(0.3)
      }
    }
  }
  ask()
}
