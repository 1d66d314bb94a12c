import { defineConfig } from 'vitest/config'
import unit from './vitest.config.ts'

/** The fuzz tests at full length; the unit tests run the beginning of the same sequence. */
export default defineConfig({
  test: { ...unit.test, include: ['test/unit/**/fuzz.test.ts'], env: { STARBEAT_FUZZ_RUNS: '20000' } },
})
