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
  // In letters: of an excerpt, and of what stands in it before the first word that was found.
  const EXCERPT = 220
  const LEAD = 40
  const MOST_PAGES = 20
  const MOST_SECTIONS = 6
  // What a section is called, and what people call it, says more of it than a word within it.
  const WEIGHTS = { title: 4, words: 4, page: 2, text: 1 }
  // Beside the spelling that was typed, another of the same name; a word it may be a slip of; a word that says little.
  const OTHER_SPELLING = 0.7
  const SLIP = 0.4
  const LITTLE = 0.2

  // Apostrophes belong to their word, typed or typographic; what stands between hyphens, slashes or dots is also one word.
  const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/gu
  const JOINED = /[\p{L}\p{M}\p{N}'’‘ʼ`´]+(?:[-‐‑–/.][\p{L}\p{M}\p{N}'’‘ʼ`´]+)+/gu
  // Letters that are no letter with a mark on it.
  const LETTERS = { ı: "i", ß: "ss", ø: "o", ł: "l", đ: "d", æ: "e", œ: "e", ة: "ه", ى: "ي" }
  // What British and American spelling write apart: organise and organize, colour and color, licence and license, centre
  // and center, programme and program.
  const SPELLINGS = [
    [/z/g, "s"],
    [/our/g, "or"],
    [/[ao]e/g, "e"],
    [/ce/g, "se"],
    [/tre$/, "ter"],
    [/(ogu|gram)(?:me|e)$/, "$1"],
  ]
  // Plurals, and what verbs end in: case and cases, charity and charities, rescue and rescued.
  const ENDINGS = [
    [/ie[sd]$/, "y"],
    [/(?<=[^su])s$/, ""],
    [/(?<=.{4})(?:ing|ed)$/, ""],
    [/(?<=.{3})[ey]$/, ""],
    // The Arabic article and what Arabic nouns end in.
    [/^(?:و?ال|لل)(?=[\u0621-\u064a]{3})/, ""],
    [/(?<=[\u0621-\u064a]{3})(?:ي?(?:ون|ين|ات|ه)|ي)$/, ""],
    // Counselling and counseling, and where slips are made.
    [/([b-df-hj-np-tv-z])\1/g, "$1"],
  ]

  const fold = (word) =>
    word
      .toLowerCase()
      .normalize("NFD")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .replace(/[ıßøłđæœةى]/g, (letter) => LETTERS[letter])
  // Texts have the same words again and again.
  const keyed = new Map()
  const key = (word) => {
    if (!keyed.has(word)) {
      keyed.set(word, [...SPELLINGS, ...ENDINGS].reduce((said, [from, to]) => said.replace(from, to), fold(word)))
    }
    return keyed.get(word)
  }
  const words = (text) => text.match(WORD) ?? []
  const keys = (text) => words(text).map(key)
  const tokens = (text) => [...words(text), ...(text.match(JOINED) ?? [])]

  // The everyday words that a section is found by, in any language; some of them no result shows.
  const everyday = ({ words: own = [], unsaid = [], abroad = {} }) => [
    ...own.map((said) => ({ said })),
    ...unsaid.map((said) => ({ said, isUnsaid: true })),
    ...Object.entries(abroad).flatMap(([lang, those]) => those.map((said) => ({ said, lang }))),
  ]

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
          return field === "words" ? everyday(section).map(({ said }) => said).join(" ") : section[field]
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
          const spellings = names.map(keys)
          return spellings.map((typed) => ({ typed, others: spellings.filter((each) => each !== typed) }))
        })
        .sort((one, other) => other.typed.length - one.typed.length)
      this.little = new Set(config.little.map(key))
      const said = (section) => everyday(section).map((phrase) => phrase.said)
      const phrase = (section) =>
        ` ${[section.title, ...said(section), section.text].map((part) => keys(part).join(" ")).join(" / ")} `
      this.phrases = new Map(docs.map((section) => [section.location, phrase(section)]))
      this.calledBy = new Map(docs.map((section) => [section.location, new Set(said(section).map((each) => this.gist(each)))]))
      this.titleWords = docs.flatMap(({ title }) => words(title).map((word) => word.toLowerCase()))
    }

    // A phrase without the words that say little, where it has others.
    gist(phrase) {
      const all = keys(phrase)
      const telling = all.filter((word) => !this.little.has(word))
      return (telling.length ? telling : all).join(" ")
    }

    // The sections that a word of the query occurs in, and how much it says. One that occurs nowhere may be the beginning of a
    // word, since nobody waits with reading until the word is typed, or a slip.
    foundWord(said, isLast) {
      const word = key(said)
      const exact = [{ word, prefix: word.length > PREFIX_FROM || (isLast && word.length === PREFIX_FROM) }]
      const parts = this.known.has(word) ? [] : this.parted(fold(said))
      const sections = this.found([exact, ...parts])
      if (this.known.has(word) || parts.length || said.length < SLIP_FROM) {
        return { sections, weight: this.little.has(word) ? LITTLE : 1 }
      }
      return { sections: this.found([exact, ...this.slips(word)]), weight: sections.size ? 1 : SLIP }
    }

    // A word as two that were written together.
    parted(word) {
      return [...word]
        .map((_, at) => [word.slice(0, at), word.slice(at)])
        .filter((two) => two.every((part) => part.length >= PREFIX_FROM && this.known.has(key(part))))
        .map((two) => two.map((part) => ({ word: key(part) })))
    }

    // The words that one which occurs nowhere may be a slip of: two letters that changed places, or one more, less or other.
    slips(word) {
      const swapped = [...word].slice(1).map((letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2))
      return [...swapped.filter((each) => this.known.has(each)).map((each) => [{ word: each }]), [{ word, fuzzy: 1 }]]
    }

    // Each section that one of the readings occurs in, with its weight and the words that were found there.
    found(readings) {
      const sections = new Map()
      for (const reading of readings) {
        const queries = reading.map(({ word, ...options }) => ({ queries: [word], ...options }))
        for (const { id, score, terms } of this.index.search({ queries })) {
          const before = sections.get(id)
          sections.set(id, { score: Math.max(score, before?.score ?? 0), terms: [...(before?.terms ?? []), ...terms] })
        }
      }
      return sections
    }

    // The same for a name of several spellings.
    foundName({ typed, others }) {
      const sections = new Map()
      for (const spelling of [typed, ...others]) {
        for (const [id, { score, terms }] of this.found([spelling.map((word) => ({ word }))])) {
          if (!this.phrases.get(id).includes(` ${spelling.join(" ")} `)) continue
          const weighed = spelling === typed ? score : score * OTHER_SPELLING
          const before = sections.get(id)
          sections.set(id, { score: Math.max(weighed, before?.score ?? 0), terms: [...(before?.terms ?? []), ...terms] })
        }
      }
      return sections
    }

    // The same for two words that the text also writes as one: al-Hol. The one says more than the two.
    foundPair(two) {
      return new Map([...this.foundName({ typed: two, others: [] }), ...this.found([[{ word: two.join("") }]])])
    }

    // The query as its parts, each a name of several spellings, a pair or a word, with the sections that have it.
    parts(query) {
      const said = words(query)
      const asked = said.map(key)
      const parts = []
      for (let at = 0; at < asked.length; ) {
        const name = this.names.find(({ typed }) => typed.every((word, nth) => word === asked[at + nth]))
        const two = asked.slice(at, at + 2)
        const isPair = two.length === 2 && two.join("").length > SLIP_FROM && this.known.has(two.join(""))
        const length = name ? name.typed.length : isPair ? 2 : 1
        const found = name
          ? { sections: this.foundName(name), weight: 1 }
          : isPair
            ? { sections: this.foundPair(two), weight: 1 }
            : this.foundWord(said[at], at === said.length - 1)
        parts.push({ said: said.slice(at, at + length).join(" "), ...found })
        at += length
      }
      return parts
    }

    // The pages that answer a query, the best first: each its sections, as Material's dialog shows them.
    search(query) {
      const parts = this.parts(query)
      const asked = parts.filter(({ sections }) => sections.size)
      // A word that few sections have says more of what is meant than one that all have.
      const telling = (part) => Math.log(1 + this.sections.size / part.sections.size) * part.weight
      const gist = this.gist(query)
      const all = asked.reduce((sum, part) => sum + telling(part), 0)
      const hits = []
      for (const section of this.sections.values()) {
        const has = asked.filter((part) => part.sections.has(section.location))
        if (!has.length) continue
        const share = has.reduce((sum, part) => sum + telling(part), 0) / all
        const score = has.reduce((sum, part) => sum + part.sections.get(section.location).score * part.weight, 0) * share ** 2
        const terms = new Set(has.flatMap((part) => part.sections.get(section.location).terms))
        const isMeant = this.calledBy.get(section.location).has(gist)
        hits.push({ section, isMeant, score, terms, missing: parts.filter((part) => !has.includes(part)).map(({ said }) => said) })
      }
      hits.sort((one, other) => other.isMeant - one.isMeant || other.score - one.score)
      const pages = new Map()
      for (const hit of hits) {
        const page = this.pageOf(hit.section)
        pages.set(page, [...(pages.get(page) ?? []), hit])
      }
      return [...pages].slice(0, MOST_PAGES).map(([page, sections]) => {
        const shown = sections.slice(0, MOST_SECTIONS).map((hit) => this.shown(hit))
        // The dialog heads each page's sections with the page.
        return shown.some(({ location }) => location === page.location)
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
      return this.titleWords.filter((word) => word.startsWith(last)).slice(0, 1)
    }
  }

  // The words of a text with their places, read once.
  const texts = new Map()
  const read = (text) => {
    if (!texts.has(text)) {
      const placed = (pattern) => [...text.matchAll(pattern)].map(({ 0: word, index }) => ({ word, index, key: key(word) }))
      texts.set(text, { whole: placed(JOINED), single: placed(WORD) })
    }
    return texts.get(text)
  }

  // Where the words that were found stand in a text; of words that are written as one, the one.
  const spots = (text, terms) => {
    const whole = read(text).whole.filter((spot) => terms.has(spot.key))
    const within = ({ index }) => whole.some((spot) => index >= spot.index && index < spot.index + spot.word.length)
    const single = read(text).single.filter((spot) => terms.has(spot.key) && !within(spot))
    return [...whole, ...single].sort((one, other) => one.index - other.index)
  }

  const marked = (text, terms, start = 0, end = text.length) => {
    let out = ""
    let from = start
    for (const { word, index } of spots(text, terms)) {
      if (index < start || index + word.length > end) continue
      out += `${escaped(text.slice(from, index))}<mark>${escaped(word)}</mark>`
      from = index + word.length
    }
    return out + escaped(text.slice(from, end))
  }

  // The part of a section's text that has most of the words; before it the everyday words it is found by, where
  // those did it and all of them were typed.
  const excerpt = (section, terms) => {
    const places = spots(section.text, terms)
    let best = 0
    let most = 0
    for (const [first, { index }] of places.entries()) {
      const near = new Set()
      for (let at = first; places[at]?.index < index + EXCERPT - LEAD; at++) near.add(places[at].key)
      if (near.size > most) [best, most] = [Math.max(0, index - LEAD), near.size]
    }
    const start = best && section.text.indexOf(" ", best) + 1
    const end = start + EXCERPT < section.text.length ? section.text.lastIndexOf(" ", start + EXCERPT) : section.text.length
    const text = `${start ? "… " : ""}${marked(section.text, terms, start, end)}${end < section.text.length ? " …" : ""}`
    const typed = most ? [] : everyday(section).filter(({ said, isUnsaid }) => !isUnsaid && keys(said).every((word) => terms.has(word)))
    const shown = typed.map(({ said, lang }) => (lang ? `<bdi lang="${lang}">${marked(said, terms)}</bdi>` : marked(said, terms)))
    const found = [...new Set([...places.map(({ word }) => word), ...spots(section.title, terms).map(({ word }) => word)].map((word) => word.toLowerCase()))]
    return { text: [...shown, text].join(" · "), found: found.slice(0, 5) }
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
