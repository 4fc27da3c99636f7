// An address that named a part of this page, and was published, leads to where the part is now.
{
  const on = document.querySelector("a.moved-on")
  const lead = () => {
    if (on && location.hash.length > 1 && !document.querySelector(":target")) location.replace(on.href + location.hash)
  }
  addEventListener("load", lead)
  addEventListener("hashchange", lead)
}
