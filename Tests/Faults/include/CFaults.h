#pragma once

/// What SQLite asks of the operating system and a plan can make fail.
enum faults_operation {
  faults_write,
  faults_sync,
  faults_truncate,
  faults_read,
  faults_lock,
  faults_operation_count
};

/// Names a plan of which calls on the files of one directory fail. It lives until the process ends.
typedef int faults_plan;

/// Puts a VFS in front of SQLite's own that fails calls as planned, for every later connection of
/// the process. Other directories than those with a plan notice nothing. May be called often.
void faults_install(void);

/// Begins to count the calls on files whose path begins so.
faults_plan faults_attach(const char *prefix);

/// Fails the n-th such call from now on (1 is the next), and every one after it when `lasting`.
void faults_arm(faults_plan plan, enum faults_operation operation, long n, int code, int lasting);

/// Fails nothing more.
void faults_disarm(faults_plan plan);

/// How many such calls there were since it was attached.
long faults_count(faults_plan plan, enum faults_operation operation);

/// How often a call failed because the plan said so.
long faults_hits(faults_plan plan);
