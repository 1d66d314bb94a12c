// voice-activity MODEL: how much each moment of a recording sounds like speech, by whisper.cpp's voice-activity detector.
// In: mono 16-bit little-endian samples at 16 kHz on standard input, as they are recorded.
// Out: one byte (0-255 for a probability of 0-1) for each window of 512 samples; the last window is filled with silence.
// Ends when its input does, which the system sees to even when the app is killed.
#include "ggml-backend.h"
#include "whisper.h"

#include <cstdint>
#include <cstdio>
#include <vector>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#define read_stdin(buffer, size) _read(0, buffer, size)
#else
#include <unistd.h>
#define read_stdin(buffer, size) ::read(0, buffer, size)
#endif

namespace {
constexpr size_t WINDOW = 512;

void quiet(enum ggml_log_level, const char *, void *) {}

bool answer(whisper_vad_context * detector, const float * samples, size_t count) {
    if (!whisper_vad_detect_speech_no_reset(detector, samples, static_cast<int>(count))) return false;
    const float * probabilities = whisper_vad_probs(detector);
    for (int i = 0; i < whisper_vad_n_probs(detector); i++) std::fputc(static_cast<int>(probabilities[i] * 255.0f + 0.5f), stdout);
    return std::fflush(stdout) == 0;
}
}

int main(int argc, char ** argv) {
    if (argc != 2) return 2;
#ifdef _WIN32
    _setmode(0, _O_BINARY);
    _setmode(1, _O_BINARY);
#endif
    whisper_log_set(quiet, nullptr);
    // In installers the processor's code is a library of its own, found at run time.
    ggml_backend_load_all();
    auto params = whisper_vad_default_context_params();
    params.n_threads = 1;
    whisper_vad_context * detector = whisper_vad_init_from_file_with_params(argv[1], params);
    if (!detector) return 1;
    // Its memory of the sound before begins as whatever lay in the computer's.
    whisper_vad_reset_state(detector);

    std::vector<float> samples;
    std::vector<uint8_t> bytes(64 * 1024);
    size_t held = 0;
    for (;;) {
        const auto got = read_stdin(bytes.data() + held, static_cast<unsigned>(bytes.size() - held));
        if (got <= 0) break;
        held += static_cast<size_t>(got);
        for (size_t i = 0; i + 1 < held; i += 2) {
            const auto value = static_cast<int16_t>(bytes[i] | (bytes[i + 1] << 8));
            samples.push_back(static_cast<float>(value) / 32768.0f);
        }
        bytes[0] = bytes[held - 1];
        held %= 2;
        const size_t whole = samples.size() - samples.size() % WINDOW;
        if (whole == 0) continue;
        if (!answer(detector, samples.data(), whole)) return 3;
        samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(whole));
    }
    if (!samples.empty() && !answer(detector, samples.data(), samples.size())) return 3;
    whisper_vad_free(detector);
    return 0;
}
