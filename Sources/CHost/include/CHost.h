// What Swift cannot see of POSIX and Linux: variadic functions, GNU extensions.
#ifndef CHOST_H
#define CHOST_H

// Renames without replacing: 0, or -1 with errno EEXIST where the target exists.
int bilan_rename_new(const char *from, const char *to);

// Stores the signal's number when one of SIGINT, SIGTERM, SIGHUP arrives. Once.
void bilan_catch_signals(void);

// Number of the signal that arrived, or 0.
int bilan_caught_signal(void);

#endif
