#define _GNU_SOURCE
#include "CHost.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>

int bilan_rename_new(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

static volatile sig_atomic_t caught = 0;

static void note(int number) { caught = number; }

void bilan_catch_signals(void) {
  struct sigaction action = {0};
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
  // Whoever started us may have blocked them.
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGTERM);
  sigaddset(&ours, SIGHUP);
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  // A size limit or a closed pipe is an error of the write that met it, not a death.
  action.sa_handler = SIG_IGN;
  sigaction(SIGXFSZ, &action, NULL);
  sigaction(SIGPIPE, &action, NULL);
}

int bilan_caught_signal(void) { return caught; }
