#include "core/base/crypto.h"
#include "core/plan/plan_writer.h"
#include "deploy/sample/sample_plan.h"

#include <iostream>

/// Writes the sample event into a folder: its CSV sheets, and the same as sample.xlsx.
int main(int argc, char **argv)
{
    if (argc != 2) {
        std::cerr << "usage: muster-sample FOLDER\n";
        return 2;
    }
    muster::initCrypto();
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const auto guests = muster::sample::guests();
    for (const QString &path : {folder, folder + QStringLiteral("/sample.xlsx")}) {
        const auto written = muster::plan::writePlan(path, muster::sample::setup(), guests);
        if (!written) {
            std::cerr << written.error().detail.toStdString() << '\n';
            return 1;
        }
    }
    return 0;
}
