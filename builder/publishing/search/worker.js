// Answers Material's search dialog in place of Material's own worker, over the same messages; see
// https://github.com/squidfunk/mkdocs-material, src/templates/assets/javascripts/integrations/search/worker/message.
// MiniSearch weighs the words. Around it stands what makes search forgive: two spellings of a word are one word before
// they are compared, names that mean the same stand for each other, and a word that occurs nowhere is read as the words
// it may be a slip of.
{
  const SETUP = 0
  const READY = 1
  const QUERY = 2
  const RESULT = 3

  // As many letters as a word needs before its beginning, or one letter that is wrong, says which word is meant.
  const PREFIX_FROM = 3
  const SLIP_FROM = 4
  const EXCERPT = 220
  const MOST_PAGES = 20
  // What a section is called, and what people call it, says more of it than a word within it.
  const WEIGHTS = { title: 4, words: 4, page: 2, text: 1 }

  // Apostrophes belong to their word, typed or typographic; what stands between hyphens, slashes or dots is also one word.
  const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/gu
  const JOINED = /[\p{L}\p{M}\p{N}'’‘ʼ`´]+(?:[-‐‑–/.][\p{L}\p{M}\p{N}'’‘ʼ`´]+)+/gu
  // Letters that are no letter with a mark on it.
  const LETTERS = { ı: "i", ß: "ss", ø: "o", ł: "l", đ: "d", æ: "e", œ: "e" }
  // What British and American spelling write apart: organise and organize, colour and color, licence and license, centre
  // and center, programme and program. Double consonants are where slips are made: counselling and counseling.
  const SPELLINGS = [
    [/z/g, "s"],
    [/our/g, "or"],
    [/[ao]e/g, "e"],
    [/ce/g, "se"],
    [/tre$/, "ter"],
    [/([b-df-hj-np-tv-z])\1/g, "$1"],
    [/(ogu|gram)e$/, "$1"],
  ]
  // Plurals, and what verbs end in: case and cases, charity and charities, rescue and rescued.
  const ENDINGS = [
    [/ie[sd]$/, "y"],
    [/(?<=[^siu])s$/, ""],
    [/(?<=.{4})(?:ing|ed)$/, ""],
    [/(?<=.{3})[ey]$/, ""],
  ]

  const fold = (word) =>
    word
      .toLowerCase()
      .normalize("NFD")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .replace(/[ıßøłđæœ]/g, (letter) => LETTERS[letter])
  const key = (word) => [...SPELLINGS, ...ENDINGS].reduce((said, [pattern, becomes]) => said.replace(pattern, becomes), fold(word))
  const words = (text) => text.match(WORD) ?? []
  const keys = (text) => words(text).map(key)
  const tokens = (text) => [...words(text), ...(text.match(JOINED) ?? [])]

  const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

  class Search {
    constructor({ config, docs }) {
      this.sections = new Map(docs.map((section) => [section.location, section]))
      this.pageOf = ({ location }) => this.sections.get(location.split("#")[0])
      this.known = new Set()
      this.index = new MiniSearch({
        idField: "location",
        fields: ["title", "page", "words", "text"],
        extractField: (section, field) => {
          if (field === "page") return this.pageOf(section).title
          return field === "words" ? (section.words ?? []).join(" ") : section[field]
        },
        tokenize: tokens,
        processTerm: (word) => {
          const said = key(word)
          this.known.add(said)
          return said
        },
        searchOptions: {
          tokenize: (word) => [word],
          processTerm: (word) => word,
          boost: WEIGHTS,
          combineWith: "AND",
        },
      })
      this.index.addAll(docs)
      // The longest first: "Islamic State of Iraq and the Levant" is more than "Islamic State".
      this.names = config.names
        .flatMap((names) => {
          const readings = names.map(keys)
          return readings.map((from) => ({ from, readings }))
        })
        .sort((one, other) => other.from.length - one.from.length)
    }

    // The words that one which occurs nowhere may be a slip of: one letter more, less or other, or two that changed places.
    slips(word) {
      const swapped = [...word].slice(1).map((letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2))
      return [...swapped.filter((each) => this.known.has(each)).map((each) => ({ word: each })), { word, fuzzy: 1 }]
    }

    // How a word of the query is read: as alternatives, each of one or more words that all have to be there.
    readings(word, last) {
      const prefix = word.length >= PREFIX_FROM
      const exact = [[{ word, prefix: prefix && (last || word.length > PREFIX_FROM) }]]
      if (this.known.has(word) || this.found(exact).size) return exact
      const parts = [...word]
        .map((_, at) => [word.slice(0, at), key(word.slice(at))])
        .filter(([before, after]) => before.length > 1 && after.length > 2 && this.known.has(key(before)) && this.known.has(after))
        .map(([before, after]) => [{ word: key(before) }, { word: after }])
      if (parts.length) return parts
      return word.length >= SLIP_FROM ? this.slips(word).map((slip) => [slip]) : exact
    }

    // Each section that one of the readings occurs in, with its weight and the words that were found there.
    found(readings) {
      const sections = new Map()
      for (const reading of readings) {
        const queries = reading.map(({ word, ...options }) => ({ queries: [word], ...options }))
        for (const { id, score, terms } of this.index.search({ combineWith: "AND", queries })) {
          const before = sections.get(id)
          sections.set(id, { score: Math.max(score, before?.score ?? 0), terms: [...(before?.terms ?? []), ...terms] })
        }
      }
      return sections
    }

    // The query as its parts, each a name of several spellings or a word.
    parts(query) {
      const said = words(query)
      const asked = said.map(key)
      const parts = []
      for (let at = 0; at < asked.length; ) {
        const name = this.names.find(({ from }) => from.length && from.every((word, nth) => word === asked[at + nth]))
        const length = name?.from.length ?? 1
        const readings = name
          ? name.readings.map((reading) => reading.map((word) => ({ word })))
          : this.readings(asked[at], at === asked.length - 1)
        const joined = asked[at] + (asked[at + 1] ?? "")
        if (!name && at + 1 < asked.length && this.known.has(joined)) readings.push([{ word: joined }])
        parts.push({ said: said.slice(at, at + length).join(" "), sections: this.found(readings) })
        at += length
      }
      return parts
    }

    // The pages that answer a query, the best first: each its sections, as Material's dialog shows them.
    search(query) {
      const parts = this.parts(query)
      const asked = parts.filter(({ sections }) => sections.size)
      // A word that few sections have says more of what is meant than one that all have.
      const telling = (part) => Math.log(1 + this.sections.size / part.sections.size)
      const all = asked.reduce((sum, part) => sum + telling(part), 0)
      const hits = []
      for (const section of this.sections.values()) {
        const has = asked.filter((part) => part.sections.has(section.location))
        if (!has.length) continue
        const share = has.reduce((sum, part) => sum + telling(part), 0) / all
        const score = has.reduce((sum, part) => sum + part.sections.get(section.location).score, 0) * share ** 2
        const terms = new Set(has.flatMap((part) => part.sections.get(section.location).terms))
        hits.push({ section, score, terms, missing: parts.filter((part) => !has.includes(part)).map(({ said }) => said) })
      }
      hits.sort((one, other) => other.score - one.score)
      const pages = new Map()
      for (const hit of hits) {
        const page = this.pageOf(hit.section)
        pages.set(page, [...(pages.get(page) ?? []), hit])
      }
      return [...pages].slice(0, MOST_PAGES).map(([page, sections]) => {
        const shown = sections.map((hit) => this.shown(hit))
        // The dialog heads each page's sections with the page.
        return sections.some(({ section }) => section === page)
          ? shown
          : [...shown, { location: page.location, title: escaped(page.title), text: "", score: 0, terms: {} }]
      })
    }

    shown({ section, score, terms, missing }) {
      const { text, found } = excerpt(section, terms)
      return {
        location: section.location,
        title: marked(section.title, terms),
        text,
        score,
        terms: Object.fromEntries([...found.map((word) => [word, true]), ...missing.map((word) => [word, false])]),
      }
    }

    // What the last word may become: the dialog offers it.
    suggest(query) {
      const last = fold(words(query).pop() ?? "")
      if (last.length < PREFIX_FROM) return []
      const titles = [...this.sections.values()].flatMap(({ title }) => words(title).map((word) => word.toLowerCase()))
      return [titles.find((word) => word.startsWith(last) && word !== last)].filter(Boolean)
    }
  }

  const isFound = (word, terms) => terms.has(key(word))

  const marked = (text, terms) => {
    let out = ""
    let from = 0
    for (const match of text.matchAll(WORD)) {
      if (!isFound(match[0], terms)) continue
      out += `${escaped(text.slice(from, match.index))}<mark>${escaped(match[0])}</mark>`
      from = match.index + match[0].length
    }
    return out + escaped(text.slice(from))
  }

  // The part of a section's text that has most of the words; before it the everyday words it is found by, where those did it.
  const excerpt = (section, terms) => {
    const places = [...section.text.matchAll(WORD)].filter(([word]) => isFound(word, terms))
    const within = (start) => new Set(places.filter(({ index }) => index >= start && index < start + EXCERPT).map(([word]) => key(word)))
    let best = 0
    let most = 0
    for (const { index } of places) {
      const start = Math.max(0, index - 40)
      const count = within(start).size
      if (count > most) [best, most] = [start, count]
    }
    const start = best && section.text.indexOf(" ", best) + 1
    const end = start + EXCERPT < section.text.length ? section.text.lastIndexOf(" ", start + EXCERPT) : section.text.length
    const text = `${start ? "… " : ""}${marked(section.text.slice(start, end), terms)}${end < section.text.length ? " …" : ""}`
    const everyday = most ? [] : (section.words ?? []).filter((phrase) => words(phrase).some((word) => isFound(word, terms)))
    const found = [...new Set([...places.map(([word]) => word), ...words(section.title).filter((word) => isFound(word, terms))].map((word) => word.toLowerCase()))]
    return { text: [...everyday.map((phrase) => marked(phrase, terms)), text].join(" · "), found: found.slice(0, 5) }
  }

  let search
  addEventListener("message", ({ data: { type, data } }) => {
    if (type === SETUP) {
      search = new Search(data)
      postMessage({ type: READY })
    } else if (type === QUERY) {
      postMessage({ type: RESULT, data: { items: search.search(data), suggest: search.suggest(data) } })
    }
  })
}
