import { parseBank } from '../../../../core/domain/bank/parse.ts'

/** A small document with labelled, guessed, asked, defined and loose text. */
export const TEXT = `# Boat notes

Bring these to the talk.

## Care

Care means that one looks twice.

### When did you stop a mistake?

#### The leaking hull

**Situation:** Our ferry took in 30 litres of water an hour last autumn.

**Task:** I had to find the leak before the weekend.

**Action:** I dried the bilge and followed the drops with chalk.

I asked the yard for a second pair of eyes.

**Result:** We sailed on Saturday with 0 litres in the bilge.

#### The wrong paint

S: The yard had ordered 12 tins of the wrong paint.
T: I was to get the right one in two days.
A: I called four harbours and borrowed 9 tins.
R: The hull was dry on Monday.

Tip: keep it short.

## Left over

Buy rope, and ask for the key of the shed.
`

export const bank = parseBank(TEXT, { fallbackTitle: 'Boat notes' })
