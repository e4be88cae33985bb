#include <csv.h>
#include "marks.h"
