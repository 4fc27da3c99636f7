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
  // How far a word may be from the one it is a slip of: at first, and where else nothing at all would be found.
  const NEAR = 1
  const FAR = [[5, 1.5], [7, 2], [9, 2.5]]
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
  // Beside the best section of a page, what another of its sections adds to it.
  const OTHER_SECTION = 0.1

  // Apostrophes belong to their word, typed or typographic; what stands between hyphens, slashes or dots is also one word.
  const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´]+[\p{L}\p{M}\p{N}]+)*/gu
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
  // Letters that sound alike, or that another alphabet has in place of each other: to take one for the other is half a slip,
  // and so is a soft one too many or too few, or one twice that stands there once.
  const ALIKE = ["aeiouy", "h", "cgjkqsxz", "dt", "bp", "fvw"]
  const SOFT = 2

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

  const kinds = new Map(ALIKE.flatMap((letters, nth) => [...letters].map((letter) => [letter, nth])))
  const kind = (letter) => kinds.get(letter) ?? letter
  const isSoft = (letter) => kinds.get(letter) < SOFT
  // The letters of a word that are not soft, a bit each: where two words differ in more of them than slips can change,
  // nothing has to be counted.
  const outline = (word) => {
    let bits = 0
    for (const letter of word) if (!isSoft(letter)) bits |= 1 << ((kinds.get(letter) ?? letter.charCodeAt(0)) % 31)
    return bits
  }
  const differing = (bits) => {
    let count = 0
    for (; bits; bits &= bits - 1) count++
    return count
  }

  // How many slips lie between two words: a letter more, less or other, two that changed places, beside each other or across
  // one. Infinity where they are more than `most`.
  const slipsBetween = (one, other, most) => {
    const extra = (word, at) => (isSoft(word[at]) || word[at] === word[at - 1] ? 0.5 : 1)
    const taken = (a, b) => (a === b ? 0 : kind(a) === kind(b) ? 0.5 : 1)
    const rows = [[0]]
    for (let to = 1; to <= other.length; to++) rows[0][to] = rows[0][to - 1] + extra(other, to - 1)
    for (let from = 1; from <= one.length; from++) {
      const [above] = rows.slice(-1)
      const row = [above[0] + extra(one, from - 1)]
      let least = row[0]
      for (let to = 1; to <= other.length; to++) {
        const [a, b] = [one[from - 1], other[to - 1]]
        let slips = Math.min(above[to - 1] + taken(a, b), above[to] + extra(one, from - 1), row[to - 1] + extra(other, to - 1))
        for (const apart of [1, 2]) {
          const isSwap = a === other[to - 1 - apart] && b === one[from - 1 - apart]
          if (isSwap && (apart === 1 || one[from - 2] === other[to - 2])) slips = Math.min(slips, rows[from - 1 - apart][to - 1 - apart] + 1)
        }
        row.push(slips)
        least = Math.min(least, slips)
      }
      // Two that changed places cost one more than the row before them.
      if (least > most + 1) return Infinity
      rows.push(row)
    }
    const slips = rows[one.length][other.length]
    return slips > most ? Infinity : slips
  }

  // The sections, which come as columns: what all have in lists, what some have by the number of the section.
  const rows = (columns) =>
    columns.location.map((_, nth) => Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of[nth]])))
  const reading = (words) => words.map((word) => ({ word }))
  const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

  class Search {
    constructor({ config, docs: columns }) {
      const docs = rows(columns)
      this.sections = new Map(docs.map((section) => [section.location, section]))
      this.pageOf = ({ location }) => this.sections.get(location.split("#")[0])
      // Each word of the texts as it is compared, and the spellings it has there; of a name of two words or three, also as one.
      this.known = new Map()
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
          if (!this.known.has(said)) this.known.set(said, new Set([said]))
          this.known.get(said).add(fold(word))
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
      this.joined = new Map(
        config.names
          .flat()
          .map(words)
          .filter(({ length }) => length > 1 && length < 4)
          .map((name) => [name.map(fold).join(""), name.map(key)]),
      )
      this.little = new Set(config.little.map(key))
      const said = (section) => everyday(section).map((phrase) => phrase.said)
      const phrase = (section) =>
        ` ${[section.title, ...said(section), section.text].map((part) => keys(part).join(" ")).join(" / ")} `
      this.phrases = new Map(docs.map((section) => [section.location, phrase(section)]))
      this.calledBy = new Map(docs.map((section) => [section.location, new Set(said(section).map((each) => this.gist(keys(each))))]))
      this.titleWords = docs.flatMap(({ title }) => words(title).map((word) => word.toLowerCase()))
    }

    // The words of a phrase without those that say little, where it has others.
    gist(all) {
      const telling = all.filter((word) => !this.little.has(word))
      return (telling.length ? telling : all).join(" ")
    }

    // A word of the query, and what it is read as: one that occurs nowhere may be two, the beginning of a word, since nobody
    // waits with reading until the word is typed, or a slip.
    read(said, isLast) {
      const word = key(said)
      const exact = [{ word, prefix: word.length > PREFIX_FROM || (isLast && word.length === PREFIX_FROM) }]
      if (this.known.has(word)) return { said, word, readings: [exact], weight: this.little.has(word) ? LITTLE : 1 }
      const parted = this.parted(fold(said))
      if (parted.length || fold(said).length < SLIP_FROM) return { said, word, readings: [exact, ...parted], weight: 1 }
      const slips = this.slips(said, NEAR)
      const isBeginning = this.found([exact]).size > 0
      return {
        said,
        word: isBeginning ? word : this.meantBy(slips) ?? word,
        readings: [exact, ...slips.map((words) => (words.length > 1 ? reading(words) : [{ ...exact[0], word: words[0] }]))],
        weight: isBeginning ? 1 : SLIP,
        isSlip: !isBeginning,
      }
    }

    // The one word that slips can mean, or of several the one that is a name.
    meantBy(slips) {
      const single = slips.filter(({ length }) => length === 1).flat()
      const isName = (word) => this.names.some(({ typed }) => typed.length === 1 && typed[0] === word)
      return single.find(isName) ?? (slips.length === 1 ? single[0] : undefined)
    }

    // A word as two that were written together, each long enough to say something.
    parted(word) {
      const isPart = (part) => part.length >= PREFIX_FROM && this.known.has(part) && !this.little.has(part)
      return [...word]
        .map((_, at) => [key(word.slice(0, at)), key(word.slice(at))])
        .filter((two) => two.every(isPart))
        .map(reading)
    }

    // All spellings that a slip may be one of, each with the words it stands for: those of the texts, and names written as one.
    spellings() {
      const words = [...this.known].flatMap(([word, spellings]) => [...spellings].map((spelling) => ({ spelling, meant: [word] })))
      const names = [...this.joined].map(([spelling, meant]) => ({ spelling, meant }))
      this.spelled ??= [...words, ...names].map((each) => ({ ...each, outline: outline(each.spelling) }))
      return this.spelled
    }

    // What a word that occurs nowhere may be a slip of: the nearest to it, each as the words it stands for.
    slips(said, most) {
      let nearest = most
      let meant = new Map()
      for (const typed of [...new Set([fold(said), key(said)])].filter(({ length }) => length >= SLIP_FROM)) {
        const own = outline(typed)
        for (const each of this.spellings()) {
          if (Math.abs(each.spelling.length - typed.length) > 2 * nearest || differing(own ^ each.outline) > 2 * nearest) continue
          const slips = slipsBetween(typed, each.spelling, nearest)
          if (slips < nearest) [nearest, meant] = [slips, new Map()]
          if (slips <= nearest) meant.set(each.meant.join(" "), each.meant)
        }
      }
      return [...meant.values()]
    }

    // The same as readings, further from the word the longer it is, and last what begins as the word does.
    farSlips(said) {
      const word = fold(said)
      const [, most] = FAR.findLast(([length]) => word.length >= length) ?? []
      const slips = most ? this.slips(said, most) : []
      if (slips.length) return slips.map(reading)
      for (let length = word.length - 1; length > SLIP_FROM; length--) {
        const beginning = [[{ word: word.slice(0, length), prefix: true }]]
        if (this.found(beginning).size) return beginning
      }
      return []
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
        for (const [id, { score, terms }] of this.found([reading(spelling)])) {
          if (!this.phrases.get(id).includes(` ${spelling.join(" ")} `)) continue
          const weighed = spelling === typed ? score : score * OTHER_SPELLING
          const before = sections.get(id)
          sections.set(id, { score: Math.max(weighed, before?.score ?? 0), terms: [...(before?.terms ?? []), ...terms] })
        }
      }
      return sections
    }

    foundWord({ readings, weight }) {
      return { sections: this.found(readings), weight }
    }

    // The same for two words that the text also writes as one, al-Hol, or that are a slip of one: the one says more than the
    // two.
    foundPair(two) {
      const typed = two.map(({ word }) => word)
      const one = typed.join("")
      if (one.length > SLIP_FROM && this.known.has(one)) {
        return { sections: new Map([...this.foundName({ typed, others: [] }), ...this.found([[{ word: one }]])]), weight: 1 }
      }
      const slips = two.some(({ isSlip }) => isSlip) ? this.slips(two.map(({ said }) => said).join(""), NEAR) : []
      return slips.length && { sections: this.found(slips.map(reading)), weight: SLIP }
    }

    // The words of the query as its parts, each a name of several spellings, a pair or a word, with the sections that have it.
    parts(asked) {
      const parts = []
      for (let at = 0; at < asked.length; ) {
        const name = this.names.find(({ typed }) => typed.every((word, nth) => word === asked[at + nth]?.word))
        const two = name ? [] : asked.slice(at, at + 2)
        const pair = two.length === 2 && this.foundPair(two)
        const length = name ? name.typed.length : pair ? 2 : 1
        const found = name ? { sections: this.foundName(name), weight: 1 } : pair || this.foundWord(asked[at])
        parts.push({ said: asked.slice(at, at + length).map(({ said }) => said).join(" "), ...found })
        at += length
      }
      if (parts.some(({ sections }) => sections.size)) return parts
      // Before there is no answer, what is further from the words.
      return asked.map(({ said }) => ({ said, sections: this.found(this.farSlips(said)), weight: SLIP }))
    }

    // The pages that answer a query, the best first: each its sections, as Material's dialog shows them.
    search(query) {
      const said = words(query)
      const read = said.map((word, at) => this.read(word, at === said.length - 1))
      const parts = this.parts(read)
      const asked = parts.filter(({ sections }) => sections.size)
      // A word that few sections have says more of what is meant than one that all have.
      const telling = (part) => Math.log(1 + this.sections.size / part.sections.size) * part.weight
      const gist = this.gist(read.map(({ word }) => word))
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
      // Of two pages that answer alike, the one that has more of it.
      const whole = ([, [best, ...others]]) =>
        best.score + others.slice(0, MOST_SECTIONS).reduce((sum, { score }) => sum + score, 0) * OTHER_SECTION
      const ranked = [...pages].sort((one, other) => other[1][0].isMeant - one[1][0].isMeant || whole(other) - whole(one))
      return ranked.slice(0, MOST_PAGES).map(([page, sections]) => {
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
