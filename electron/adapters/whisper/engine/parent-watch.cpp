// Linked into whisper-server: ends the process when its standard input closes.
// The app holds the other end of that pipe, and the system closes it even when the app is killed,
// so no engine is ever left behind. Works alike on Linux, macOS and Windows.
#include <cstdio>
#include <cstdlib>
#include <thread>

#ifdef _WIN32
#include <io.h>
#define read_stdin(buffer, size) _read(0, buffer, size)
#else
#include <unistd.h>
#define read_stdin(buffer, size) ::read(0, buffer, size)
#endif

namespace {
struct ParentWatch {
    ParentWatch() {
        if (!std::getenv("STARBEAT_PARENT_PIPE")) return;
        std::thread([] {
            char buffer[64];
            while (read_stdin(buffer, sizeof buffer) > 0) {}
            std::_Exit(0);
        }).detach();
    }
} parent_watch;
}
