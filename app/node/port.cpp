#include "app/node/port.h"

// NodePort is an interface; its meta object is made here.
