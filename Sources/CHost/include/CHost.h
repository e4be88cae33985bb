// What Swift cannot see of POSIX and Linux: variadic functions, GNU extensions.
#ifndef CHOST_H
#define CHOST_H

#include <stddef.h>

// Renames without replacing: 0, or -1 with errno EEXIST where the target exists.
int bilan_rename_new(const char *from, const char *to);

// The first place of a text in another; NULL: none.
const void *bilan_find(const void *text, size_t length, const void *in, size_t size);

// Stores the signal's number when one of SIGINT, SIGTERM, SIGHUP arrives; a second of the same kind ends the program. Once.
void bilan_catch_signals(void);

// Sleeps until one of them arrives.
void bilan_await_signal(void);

// A thread of its own, that nobody waits for: 0, or an errno.
int bilan_start_thread(void (*body)(void));

// Number of the signal that arrived, or 0.
int bilan_caught_signal(void);

// From now on lines that a C library prints on `stderr` as "[ERROR]…" or "[WARNING]…" (libxlsxwriter's own, in English)
// are kept for the thread that caused them instead of being shown; everything else goes to descriptor 2 as before. Once.
void bilan_divert_library_words(void);

// The first such line of this thread since it was last forgotten; "" where there was none.
const char *bilan_library_words(void);
void bilan_forget_library_words(void);

// Of a library that ends the process itself (libarchive without memory: exit code 1, in English): from `guard` on, an end that
// was not announced prints `text` and has `code` instead.
void bilan_guard_end(const char *text, int code);
void bilan_announce_end(void);

#endif
