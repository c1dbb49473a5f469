#include "tests/scan/corpus/camera_model.h"

#include "core/scan/filters.h"
#include "core/scan/qr_image.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace muster::test {
namespace {

using scan::LumaImage;

double uniform(SeededRandom &random, double low, double high)
{
    return low + (high - low) * double(random.below(1U << 20U)) / double(1U << 20U);
}

/// Bell-shaped enough: the sum of four.
double normal(SeededRandom &random)
{
    double sum = 0;
    for (int i = 0; i < 4; ++i) {
        sum += uniform(random, -1, 1);
    }
    return sum * 0.866;
}

/// Everything that one shot depends on. Lengths in pixels of the picture, brightness 0 … 1.
struct Scene {
    int width = 1280;
    int height = 720;
    double codeSide = 320;  ///< The symbol without its quiet zone.
    double centreX = 640;
    double centreY = 360;
    double rotation = 0;  ///< Degrees.
    double tiltX = 0;     ///< Degrees out of the picture's plane.
    double tiltY = 0;
    double curl = 0;  ///< 0 flat … 1 half a cylinder.
    double dark = 0.08;
    double light = 0.92;
    bool isInverted = false;
    double dotRadius = 0;  ///< Of a module; 0: square modules.
    double quietZone = 4;
    double defocus = 0.6;  ///< Standard deviation of the blur.
    double motion = 0;     ///< Length of the smear,
    double motionAngle = 0;
    double noise = 0.01;
    double gain = 1;
    double glare = 0;  ///< Peak brightness added,
    double glareX = 0;
    double glareY = 0;
    double glareRadius = 60;
    double shade = 0.1;       ///< Fall of light from one side to the other.
    double clutter = 0.4;     ///< Strength of what stands behind,
    double clutterSize = 90;  ///< and the size of its patches.
    int cracks = 0;
    double thumb = 0;  ///< Covered part of the side, at a corner without finder, or at an edge.
    double moire = 0;
    double moirePeriod = 3.1;
    int jpegQuality = 0;  ///< 0: none.
};

struct Crack {
    double x;
    double y;
    double angle;
    double width;
    double brightness;
};

/// A plane with a code on it, seen through a pinhole.
class Stage {
public:
    Stage(const Scene &scene, const LumaImage &modules, quint64 seed) : m_scene(scene), m_modules(modules)
    {
        SeededRandom random(seed ^ 0x5ca1ab1eU);
        for (int i = 0; i < scene.cracks; ++i) {
            m_cracks.push_back({uniform(random, 0.1, 0.9), uniform(random, 0.1, 0.9), uniform(random, 0, 3.14),
                                uniform(random, 0.006, 0.022), random.chance(50) ? 0.95 : 0.02});
        }
        m_clutterSeed = random.step();
        m_thumbEdge = int(random.below(2));
    }

    /// Brightness of the scene at a point of the picture.
    [[nodiscard]] double at(double px, double py) const
    {
        const auto [u, v] = toCode(px, py);  // 0 … 1 within the symbol.
        double value = reflectance(u, v, px, py);
        const auto &s = m_scene;
        if (s.moire > 0) {
            value *= 1 - s.moire * (0.5 + 0.5 * std::sin(2 * std::numbers::pi * (px + 0.13 * py) / s.moirePeriod) *
                                              std::sin(2 * std::numbers::pi * (py - 0.07 * px) / s.moirePeriod));
        }
        value *= 1 - s.shade * (px / s.width + py / s.height) / 2;
        value *= s.gain;
        if (s.glare > 0) {
            const double dx = (px - s.glareX) / s.glareRadius;
            const double dy = (py - s.glareY) / s.glareRadius;
            value += s.glare * std::exp(-(dx * dx + dy * dy));
        }
        return value;
    }

private:
    [[nodiscard]] std::pair<double, double> toCode(double px, double py) const
    {
        const auto &s = m_scene;
        // The ray through the pixel meets the tilted plane; lengths in code sides.
        const double x = (px - s.centreX) / s.codeSide;
        const double y = (py - s.centreY) / s.codeSide;
        const double m11 = m_axes.acrossX - x * m_axes.acrossZ;
        const double m12 = m_axes.alongX - x * m_axes.alongZ;
        const double m21 = -y * m_axes.acrossZ;
        const double m22 = m_axes.alongY - y * m_axes.alongZ;
        const double det = m11 * m22 - m12 * m21;
        const double a = (x * m22 - y * m12) / det;
        const double b = (m11 * y - m21 * x) / det;
        double u = a * m_axes.cosine + b * m_axes.sine;
        const double v = b * m_axes.cosine - a * m_axes.sine;
        if (s.curl > 0) {
            const double edge = u * 2 * std::sin(s.curl * std::numbers::pi / 2 * 0.9);
            u = std::abs(edge) < 1 ? std::asin(edge) / (s.curl * std::numbers::pi * 0.9) : (edge > 0 ? 9 : -9);
        }
        return {u + 0.5, v + 0.5};
    }

    [[nodiscard]] double reflectance(double u, double v, double px, double py) const
    {
        const auto &s = m_scene;
        const double n = m_modules.width();
        const double quiet = s.quietZone / n;
        if (u < -quiet || v < -quiet || u > 1 + quiet || v > 1 + quiet) {
            return background(u, v, px, py, quiet);
        }
        if (s.thumb > 0) {
            const double along = m_thumbEdge == 0 ? u : v;
            const double across = m_thumbEdge == 0 ? v : u;
            if (across > 1 - s.thumb && along > 0.42 && along < 0.42 + 3 * s.thumb) {
                return 0.45;
            }
        }
        for (const auto &crack : m_cracks) {
            const double away = (u - crack.x) * std::sin(crack.angle) - (v - crack.y) * std::cos(crack.angle);
            if (std::abs(away) < crack.width / 2) {
                return crack.brightness;
            }
        }
        bool isDark = false;
        if (u >= 0 && v >= 0 && u < 1 && v < 1) {
            const int column = int(u * n);
            const int row = int(v * n);
            isDark = m_modules.row(row)[column] == 0;
            if (isDark && s.dotRadius > 0) {
                const double du = u * n - column - 0.5;
                const double dv = v * n - row - 0.5;
                isDark = du * du + dv * dv < s.dotRadius * s.dotRadius;
            }
        }
        return isDark != s.isInverted ? s.dark : s.light;
    }

    /// The card or phone around the code with lines of text, then the hall.
    [[nodiscard]] double background(double u, double v, double px, double py, double quiet) const
    {
        const auto &s = m_scene;
        const double paper = s.isInverted ? s.dark : s.light;
        const double ink = s.isInverted ? s.light : s.dark;
        if (u > -0.35 && u < 1.35 && v > -0.35 && v < 1.9) {
            const double line = (v - 1 - quiet) * 14;
            if (v > 1 + quiet && u > -0.2 && u < 1.2 && line - std::floor(line) < 0.5) {
                const auto letter =
                    quint64(qint64(std::floor(u * 40))) * 2654435761U + quint64(qint64(std::floor(line))) * 40503U;
                return ((letter ^ m_clutterSeed) >> 7U) % 5 < 2 ? paper : ink;
            }
            return paper;
        }
        // Out of focus behind it: patches of the hall, as strong and as large as the scene says.
        const double cx = px / s.clutterSize;
        const double cy = py / s.clutterSize;
        const double fx = std::clamp((cx - std::floor(cx) - 0.5) * 3 + 0.5, 0.0, 1.0);
        const double fy = std::clamp((cy - std::floor(cy) - 0.5) * 3 + 0.5, 0.0, 1.0);
        const double upper = patch(cx, cy) * (1 - fx) + patch(cx + 1, cy) * fx;
        const double lower = patch(cx, cy + 1) * (1 - fx) + patch(cx + 1, cy + 1) * fx;
        return 0.4 + s.clutter * (upper * (1 - fy) + lower * fy - 0.5);
    }

    [[nodiscard]] double patch(double cx, double cy) const
    {
        const auto block =
            quint64(qint64(std::floor(cx)) + 9) * 73856093U ^ quint64(qint64(std::floor(cy)) + 9) * 19349663U;
        return double(((block ^ m_clutterSeed) * 0x9e3779b97f4a7c15U) >> 40U) / double(1U << 24U);
    }

    /// The tilted plane's axes; depths already divided by the camera's distance.
    struct Axes {
        double acrossX;
        double acrossZ;
        double alongX;
        double alongY;
        double alongZ;
        double cosine;  ///< Of the turn within the plane.
        double sine;
    };
    static Axes axesOf(const Scene &s)
    {
        constexpr double distance = 3.2;  // Code sides.
        const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
        const double ax = radians(s.tiltX);
        const double ay = radians(s.tiltY);
        return {std::cos(ay),
                std::sin(ay) / distance,
                std::sin(ax) * std::sin(ay),
                std::cos(ax),
                -std::sin(ax) * std::cos(ay) / distance,
                std::cos(radians(s.rotation)),
                std::sin(radians(s.rotation))};
    }

    const Scene &m_scene;
    const LumaImage &m_modules;
    Axes m_axes = axesOf(m_scene);
    std::vector<Crack> m_cracks;
    quint64 m_clutterSeed = 0;
    int m_thumbEdge = 0;
};

using Plane = std::vector<float>;

Plane render(const Stage &stage, const Scene &s)
{
    Plane plane(std::size_t(s.width) * std::size_t(s.height));
    constexpr std::array<double, 2> offsets{0.25, 0.75};
    for (int y = 0; y < s.height; ++y) {
        for (int x = 0; x < s.width; ++x) {
            double sum = 0;
            for (const double dy : offsets) {
                for (const double dx : offsets) {
                    sum += stage.at(x + dx, y + dy);
                }
            }
            plane[std::size_t(y) * std::size_t(s.width) + std::size_t(x)] = float(sum / 4);
        }
    }
    return plane;
}

/// Samples at (x + t · dx, y + t · dy), weighted: a Gaussian along an axis, or a smear along any line.
Plane smeared(const Plane &in, const Scene &s, const std::vector<std::pair<double, float>> &taps, double dx, double dy)
{
    Plane out(in.size(), 0);
    const auto width = std::size_t(s.width);
    for (const auto &[t, weight] : taps) {
        const int shiftX = int(std::lround(t * dx));
        const int shiftY = int(std::lround(t * dy));
        for (int y = 0; y < s.height; ++y) {
            const float *from = in.data() + std::size_t(std::clamp(y + shiftY, 0, s.height - 1)) * width;
            float *to = out.data() + std::size_t(y) * width;
            const int begin = std::clamp(-shiftX, 0, s.width);
            const int end = std::clamp(s.width - shiftX, 0, s.width);
            for (int x = 0; x < begin; ++x) {
                to[x] += weight * from[0];
            }
            for (int x = begin; x < end; ++x) {
                to[x] += weight * from[x + shiftX];
            }
            for (int x = end; x < s.width; ++x) {
                to[x] += weight * from[width - 1];
            }
        }
    }
    return out;
}

Plane lensBlurred(Plane plane, const Scene &s)
{
    if (s.defocus > 0.05) {
        std::vector<std::pair<double, float>> taps;
        const int reach = std::max(1, int(std::ceil(s.defocus * 2.5)));
        float total = 0;
        for (int i = -reach; i <= reach; ++i) {
            taps.emplace_back(i, float(std::exp(-0.5 * i * i / (s.defocus * s.defocus))));
            total += taps.back().second;
        }
        for (auto &tap : taps) {
            tap.second /= total;
        }
        plane = smeared(smeared(plane, s, taps, 1, 0), s, taps, 0, 1);
    }
    if (s.motion >= 1) {
        std::vector<std::pair<double, float>> taps;
        const int count = int(std::ceil(s.motion)) + 1;
        for (int i = 0; i < count; ++i) {
            taps.emplace_back(s.motion * (double(i) / (count - 1) - 0.5), 1.0F / float(count));
        }
        plane = smeared(plane, s, taps, std::cos(s.motionAngle), std::sin(s.motionAngle));
    }
    return plane;
}

LumaImage exposed(const Plane &plane, const Scene &s, SeededRandom &random)
{
    LumaImage picture(s.width, s.height);
    for (std::size_t i = 0; i < plane.size(); ++i) {
        const double value = double(plane[i]) + s.noise * normal(random);
        picture.pixels()[i] = quint8(std::clamp(int(std::lround(value * 255)), 0, 255));
    }
    if (s.jpegQuality > 0) {
        const QImage image(picture.pixels().data(), s.width, s.height, s.width, QImage::Format_Grayscale8);
        QBuffer file;
        file.open(QIODevice::ReadWrite);
        image.save(&file, "JPG", s.jpegQuality);
        const auto back = QImage::fromData(file.data(), "JPG").convertToFormat(QImage::Format_Grayscale8);
        for (int y = 0; y < s.height; ++y) {
            std::copy_n(back.constScanLine(y), s.width, picture.row(y));
        }
    }
    return picture;
}

void drawGeometry(Scene &s, Degradation degradation, SeededRandom &random)
{
    switch (degradation) {
    case Degradation::Rotated: s.rotation = uniform(random, 0, 360); break;
    case Degradation::Tilted:
        s.tiltX = uniform(random, 25, 66) * (random.chance(50) ? 1 : -1);
        s.tiltY = uniform(random, -35, 35);
        s.rotation = uniform(random, -45, 45);
        break;
    case Degradation::Tiny:
        s.codeSide = uniform(random, 40, 80);
        s.defocus = 0.45;
        break;
    case Degradation::FarAndBlurred:
        s.codeSide = uniform(random, 60, 110);
        s.defocus = uniform(random, 0.8, 1.5);
        break;
    case Degradation::Huge:
        s.width = 1920;
        s.height = 1440;
        s.codeSide = uniform(random, 1000, 1280);
        s.defocus = uniform(random, 1.0, 4.0);
        s.noise = uniform(random, 0.005, 0.03);
        s.quietZone = uniform(random, 1.5, 4);
        break;
    case Degradation::Curled: s.curl = uniform(random, 0.25, 0.62); break;
    default: break;
    }
}

void drawOptics(Scene &s, Degradation degradation, double module, SeededRandom &random)
{
    switch (degradation) {
    case Degradation::Defocused: s.defocus = module * uniform(random, 0.35, 0.85); break;
    case Degradation::MotionBlurred:
        s.motion = module * uniform(random, 0.7, 2.0);
        s.motionAngle = uniform(random, 0, std::numbers::pi);
        break;
    case Degradation::Noisy: s.noise = uniform(random, 0.10, 0.38); break;
    case Degradation::Glare:
        s.glare = uniform(random, 0.3, 1.3);
        s.glareX = s.centreX + uniform(random, -0.3, 0.3) * s.codeSide;
        s.glareY = s.centreY + uniform(random, -0.3, 0.3) * s.codeSide;
        s.glareRadius = s.codeSide * uniform(random, 0.08, 0.35);
        break;
    case Degradation::LowContrast: {
        const double middle = uniform(random, 0.3, 0.7);
        const double half = uniform(random, 0.018, 0.06);
        s.dark = middle - half;
        s.light = middle + half;
        s.noise = 0.006;
        break;
    }
    case Degradation::Dim:
        s.gain = uniform(random, 0.05, 0.2);
        s.noise = uniform(random, 0.006, 0.016);
        break;
    case Degradation::Jpeg:
        s.codeSide = uniform(random, 110, 200);
        s.jpegQuality = int(uniform(random, 4, 22));
        break;
    case Degradation::Inverted: s.isInverted = true; break;
    case Degradation::DarkModeFaint:
        s.isInverted = true;
        s.dark = uniform(random, 0.05, 0.12);
        s.light = s.dark + uniform(random, 0.07, 0.25);
        break;
    case Degradation::RoundDots: s.dotRadius = uniform(random, 0.30, 0.46); break;
    case Degradation::Cracked: s.cracks = 2 + int(random.below(5)); break;
    case Degradation::Occluded: s.thumb = uniform(random, 0.05, 0.2); break;
    case Degradation::Moire:
        s.moire = uniform(random, 0.5, 0.98);
        s.moirePeriod = uniform(random, 2.2, 7.5);
        break;
    default: break;
    }
}

}  // namespace

const std::vector<Degradation> &allDegradations()
{
    using enum Degradation;
    static const std::vector<Degradation> all{
        Clean, Rotated, Tilted,    Defocused, MotionBlurred, Noisy, Glare,  LowContrast,   Dim,          Jpeg, Inverted,
        Tiny,  Huge,    RoundDots, Cracked,   Occluded,      Moire, Curled, DarkModeFaint, FarAndBlurred};
    return all;
}

QString toString(Degradation degradation)
{
    switch (degradation) {
    case Degradation::Clean: return QStringLiteral("clean");
    case Degradation::Rotated: return QStringLiteral("rotated");
    case Degradation::Tilted: return QStringLiteral("tilted");
    case Degradation::Defocused: return QStringLiteral("defocused");
    case Degradation::MotionBlurred: return QStringLiteral("motion_blurred");
    case Degradation::Noisy: return QStringLiteral("noisy");
    case Degradation::Glare: return QStringLiteral("glare");
    case Degradation::LowContrast: return QStringLiteral("low_contrast");
    case Degradation::Dim: return QStringLiteral("dim");
    case Degradation::Jpeg: return QStringLiteral("jpeg");
    case Degradation::Inverted: return QStringLiteral("inverted");
    case Degradation::Tiny: return QStringLiteral("tiny");
    case Degradation::Huge: return QStringLiteral("huge");
    case Degradation::RoundDots: return QStringLiteral("round_dots");
    case Degradation::Cracked: return QStringLiteral("cracked");
    case Degradation::Occluded: return QStringLiteral("occluded");
    case Degradation::Moire: return QStringLiteral("moire");
    case Degradation::Curled: return QStringLiteral("curled");
    case Degradation::DarkModeFaint: return QStringLiteral("dark_mode_faint");
    case Degradation::FarAndBlurred: return QStringLiteral("far_and_blurred");
    }
    Q_UNREACHABLE();
}

std::vector<Shot> shootBurst(Degradation degradation, quint64 seed, int frames)
{
    SeededRandom random(seed * 1000 + quint64(degradation));
    static constexpr std::array lengths{7, 12, 20, 33, 60};
    const int length = degradation == Degradation::Tiny || degradation == Degradation::Huge
                           ? lengths[random.below(2)]
                           : lengths[random.below(lengths.size())];
    QByteArray payload;
    for (int i = 0; i < length; ++i) {
        payload += char('a' + random.below(26));
    }
    const auto modules = scan::qrModules(payload, scan::QrLevel::Medium).value();

    Scene scene;
    scene.codeSide = uniform(random, 180, 420);
    scene.rotation = uniform(random, -12, 12);
    scene.tiltX = uniform(random, -12, 12);
    scene.tiltY = uniform(random, -12, 12);
    scene.shade = uniform(random, 0, 0.35);
    scene.clutter = uniform(random, 0.1, 0.7);
    scene.clutterSize = uniform(random, 50, 260);
    drawGeometry(scene, degradation, random);
    const double slack = std::max(0.0, scene.height / 2.0 - scene.codeSide * 0.62);
    scene.centreX = scene.width / 2.0 + uniform(random, -1, 1) * slack;
    scene.centreY = scene.height / 2.0 + uniform(random, -1, 1) * slack * 0.7;
    drawOptics(scene, degradation, scene.codeSide / modules.width(), random);

    std::vector<Shot> shots;
    for (int frame = 0; frame < frames; ++frame) {
        auto moved = scene;
        if (frame > 0) {
            moved.centreX += uniform(random, -6, 6);
            moved.centreY += uniform(random, -6, 6);
            moved.codeSide *= uniform(random, 0.97, 1.03);
            moved.rotation += uniform(random, -3, 3);
            moved.tiltX += uniform(random, -2, 2);
            moved.tiltY += uniform(random, -2, 2);
        }
        const Stage stage(moved, modules, seed);
        shots.push_back({payload, exposed(lensBlurred(render(stage, moved), moved), moved, random)});
    }
    return shots;
}

Shot shoot(Degradation degradation, quint64 seed) { return std::move(shootBurst(degradation, seed, 1).front()); }

}  // namespace muster::test
