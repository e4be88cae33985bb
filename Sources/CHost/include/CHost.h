// What Swift cannot see of POSIX and Linux: variadic functions, GNU extensions.
#ifndef CHOST_H
#define CHOST_H

// Renames without replacing: 0, or -1 with errno EEXIST where the target exists.
int bilan_rename_new(const char *from, const char *to);

// Stores the signal's number when one of SIGINT, SIGTERM, SIGHUP arrives; a second of the same kind ends the program. Once.
void bilan_catch_signals(void);

// Sleeps until one of them arrives.
void bilan_await_signal(void);

// A thread of its own, that nobody waits for: 0, or an errno.
int bilan_start_thread(void (*body)(void));

// Number of the signal that arrived, or 0.
int bilan_caught_signal(void);

#endif
