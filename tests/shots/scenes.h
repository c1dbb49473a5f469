#pragma once
#include "app/models/face.h"
#include "tests/qml/fake_node.h"

#include <functional>
#include <vector>

namespace muster::test {

/// One screen in one state: brings a fresh face there.
struct Scene {
    QString name;  ///< "kiosk-ready-zh-1280x800".
    QString role;
    QString language;
    QSize size;
    std::optional<Settings::Scheme> scheme;
    std::function<void(FakeNode &)> prepare;  ///< Before the window is there.
    std::function<void(Face &, FakeNode &, FakeEnrolment &)> act;
};

/// Every state × language × orientation, and a few in other schemes and sizes.
[[nodiscard]] std::vector<Scene> scenes();

/// Brings a face into the scene and hands it to @p look.
[[nodiscard]] Status show(const Scene &scene, const std::function<Status(Face &)> &look);

/// Writes the scene's picture into @p folder.
[[nodiscard]] Status shoot(const Scene &scene, const QString &folder);

}  // namespace muster::test
