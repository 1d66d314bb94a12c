export { sameText } from '#domain/words/same-text'
