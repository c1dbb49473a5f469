#include "tests/support/catch.h"

std::string Catch::StringMaker<QString>::convert(const QString &text) { return '"' + text.toStdString() + '"'; }
