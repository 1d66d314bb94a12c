import { stemmer } from 'stemmer'

/** Words that everyday talk about work uses for each other, one group a line; from general English, no trade's own. */
const GROUPS = `
reduce decrease lower cut drop shrink lessen decline fall minimise
increase raise grow rise boost climb gain
improve enhance better strengthen upgrade refine
fast faster quick quicker quickly rapid swift speedy
slow sluggish slower
build create develop construct produce write design craft
implement introduce install roll deploy launch ship release
start begin launch initiate kick
finish complete end conclude deliver
fix repair solve resolve correct mend
find discover identify detect notice spot uncover
check verify inspect examine review test validate
look investigate analyse analyze study dig explore research
show present demonstrate display reveal
tell explain inform describe brief
talk speak discuss conversation chat meeting
meeting session standup gathering huddle
ask request demand
answer reply respond response
propose suggest recommend advise pitch
decide choose pick select opt
agree accept approve consent endorse
refuse reject decline oppose
convince persuade influence
help assist support aid
teach train coach mentor instruct educate
learn realise realize understand discover
lead manage head run direct supervise
lead charge responsibility ownership
own responsible responsibility ownership accountable
boss manager supervisor director chief leader
leadership management executives directors bosses
team group crew squad
colleague coworker teammate peer
worker employee staff personnel
developer engineer programmer coder
people person folks employees staff participants attendees
customer client buyer user
supplier vendor provider
patient resident
pupil student learner child kid
nurse carer caregiver
company firm business organisation organization enterprise
startup company
shop store
problem issue trouble difficulty challenge
mistake error fault bug defect
crash outage failure breakdown incident
cause reason root
danger risk hazard threat
accident incident injury
complaint complain grievance
worry concern fear afraid anxious worried
angry annoyed upset furious irritated frustrated
happy glad pleased satisfied content delighted
busy swamped overloaded overwhelmed
capacity time resources bandwidth
money cash funds budget
cost price expense spending spend
salary pay wages
revenue sales income earnings turnover
save savings
lose lost loss
buy purchase acquire
big large huge major massive enormous significant
small little minor tiny
drastic dramatic massive huge
important critical crucial essential vital key
hard difficult tough challenging
easy simple straightforward
whole entire complete full
all every each
shared common joint
daily everyday
weekly week
monthly month
annual yearly year
regular recurring recurrent repeated routine constantly
early ahead sooner
late delay delayed behind
deadline schedule due
wait await
urgent pressing immediate
peak busy rush
goal target aim objective
plan schedule roadmap programme program agenda
step stage phase
method approach way technique strategy
rule policy guideline standard
guide manual handbook instructions
document doc paper
document record write note log
list checklist
example sample template
copy reuse duplicate
adopt use embrace
share distribute spread circulate
send deliver transmit
receive get obtain
collect gather
keep maintain retain preserve
remove delete eliminate
stop prevent avoid halt
replace swap substitute supersede
change alter modify adjust switch
move shift transfer relocate migrate
split separate divide apart
join merge combine unite
connect link couple
fit match suit
measure track monitor watch
number figure count amount
compare contrast
estimate guess forecast
result outcome effect impact
effect consequence
benefit advantage
quality standard
data information figures
metrics numbers figures measurements
rate share proportion
average mean typical
zero none
allow permit enable let
need require must
force compel oblige mandate
requirement spec specification
feature function functionality
tool instrument
machine device
website site page
screen display interface
picture image photo
message notification alert
email mail
phone call
safe secure
automatic automated automatically
manual hand
alone independent independently
together jointly collaborate collaboration
credit recognition acknowledge mention highlight
trust confidence
promise commit commitment pledge
conflict dispute disagreement argument
quiet silent
new fresh
old former previous legacy
young junior
experienced senior
idea concept suggestion
question query
job task assignment duty role
work labour effort
teammate colleague
spike surge peak
gap lack shortage missing
room space
building site
house home
food meal
medicine medication drug
doctor physician
hospital clinic ward
class lesson
school college
parent mother father
exam test
mark grade score
`

const groupsOf = new Map<string, Set<number>>()
for (const [group, line] of GROUPS.trim().split('\n').entries())
  for (const word of line.split(' ')) {
    const stem = stemmer(word)
    groupsOf.set(stem, (groupsOf.get(stem) ?? new Set()).add(group))
  }

/** Whether two stems stand in one group of words that people use for each other. */
export const areSynonyms = (left: string, right: string): boolean => {
  const mine = groupsOf.get(left)
  const theirs = groupsOf.get(right)
  return mine !== undefined && theirs !== undefined && [...mine].some((group) => theirs.has(group))
}
