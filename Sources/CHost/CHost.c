#define _GNU_SOURCE
#include "CHost.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>

int bilan_rename_new(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

static volatile sig_atomic_t caught = 0;

static sem_t arrived;

static void note(int number) {
  int before = errno;
  caught = number;
  sem_post(&arrived);
  errno = before;
}

void bilan_catch_signals(void) {
  sem_init(&arrived, 0, 0);
  struct sigaction action = {0};
  action.sa_handler = note;
  // A second one of the same kind does what it does by default: it ends the program at once.
  action.sa_flags = SA_RESETHAND;
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
  action.sa_flags = 0;
  sigaction(SIGXFSZ, &action, NULL);
  sigaction(SIGPIPE, &action, NULL);
}

int bilan_caught_signal(void) { return caught; }

void bilan_await_signal(void) {
  while (caught == 0) sem_wait(&arrived);
}

static void *run(void *body) {
  ((void (*)(void))body)();
  return NULL;
}

int bilan_start_thread(void (*body)(void)) {
  pthread_t thread;
  int fault = pthread_create(&thread, NULL, run, (void *)body);
  if (fault == 0) pthread_detach(thread);
  return fault;
}
