/** What each row of the delivery says, how it is measured, and its norm. */
export const DELIVERY_NOTES = {
  length: {
    term: 'Length',
    says: 'From the start of the recording to its end, against the target of the story or of the settings.',
    norm: 'Coaches commonly ask for one to two minutes; you set the band in Settings.',
  },
  pace: {
    term: 'Pace',
    says: 'Words a minute from your first word to your last, pauses included. The curve takes twelve seconds at a time; the shaded band is your calm pace.',
    norm: 'Interviews run at about 160 to 210 words a minute, talks that are easy to follow at 125 to 160 (Tauroza and Allison, 1990).',
  },
  speaking: {
    term: 'Speaking',
    says: 'Words a minute while you speak: pauses of a quarter of a second and more are taken out. High here and calm in pace means quick bursts and good pauses.',
    norm: 'Measured as phoneticians do (De Jong and Wempe, 2009), in words. Common are about 175 to 235 (after Goldman-Eisler, 1968).',
  },
  pauses: {
    term: 'Pauses',
    says: 'Silences within the answer of a quarter of a second and more, measured on the sound where it can tell. Those of a second and more are listed; from two seconds on they carry a flag.',
    norm: 'Speakers pause for a third of the time or more (Goldman-Eisler, 1968). In conversation about a second feels natural (Jefferson, 1989); a longer one can still be the right one.',
  },
  fillers: {
    term: 'Fillers',
    says: 'At least these: speech recognition drops some. “Like” and “you know” count only where they fill.',
    norm: 'Everyday speech has about six slips and fillers in a hundred words (Fox Tree, 1995; Bortfeld and others, 2001).',
  },
  parts: {
    term: 'Parts',
    says: 'The share of your words’ time that each part took, by the words that prove its points, above the usual split.',
    norm: 'A common advice is 20 % situation, 10 % task, 60 % action, 10 % result (University of Washington Career Center); the bands leave room for a learning.',
  },
  voices: {
    term: 'I and we',
    says: 'How often you say “I” (my, me) and “we” (our, us). Neither is wrong: “I” tells what you did, “we” shares it.',
    norm: 'Interviewers ask about your own part, most of all in the action.',
  },
  shape: {
    term: 'Shape',
    says: 'What a well-built answer often has, and the words that show it in yours. Hints, not marks.',
    norm: 'From the STAR advice of career services: concrete at once, most time for the action, a result with a number, the learning last.',
  },
  shows: {
    term: 'Shows',
    says: 'Phrases that tell an interviewer something about you; first what this bank’s own notes ask for. Saying less of them is no fault.',
    norm: 'Structured interviews score what people say they did (Campion, Palmer and Campion, 1997).',
  },
  hedges: {
    term: 'Softened',
    says: 'Words that make a statement softer: “I think”, “maybe”, “a bit”. Often honest; where you are sure, you can leave them out.',
    norm: 'Linguists call them hedges (Lakoff, 1972).',
  },
  absolutes: {
    term: 'Absolute',
    says: 'Words that leave no exception: “always”, “nobody”. They invite the question “really always?”.',
    norm: 'There is no norm: a quiet reminder to name the case you mean.',
  },
  passives: {
    term: 'Who did it?',
    says: 'Sentences that say what was done and not by whom: “it was decided”. If it was you, say so.',
    norm: 'There is no norm: fine where the doer does not matter.',
  },
} as const

export type DeliveryNote = keyof typeof DELIVERY_NOTES
