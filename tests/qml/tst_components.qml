// Goal: the parts that every screen is made of keep their word: ages are told, keys type, choices fill the space.
// Method: each part alone, with values at and beside its limits.
import QtQuick
import QtTest
import Muster.Backend
import Muster.Ui

Item {
    id: root
    width: 1280
    height: 800

    Age {
        id: age
        seconds: 0
    }
    Stepper {
        id: stepper
        y: 40
        value: 0
        max: 2
        name: "Companions"
        onChanged: (value) => stepper.value = value
    }
    Field {
        id: field
        y: 120
        placeholderText: "Name"
    }
    TouchKeyboard {
        id: keyboard
        y: 240
        width: 1280
    }
    FigureWithAge {
        id: figure
        x: 640
        value: "1 204"
        label: "In now"
    }
    SignalSpy {
        id: done
        target: keyboard
        signalName: "done"
    }

    TestCase {
        name: "Components"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            Settings.language = "en";
        }

        function test_age_is_silent_while_fresh_data() {
            return [
                { seconds: 0, isShown: false, text: "" },
                { seconds: 3, isShown: false, text: "" },
                { seconds: 4, isShown: true, text: "4 s ago" },
                { seconds: 119, isShown: true, text: "119 s ago" },
                { seconds: 120, isShown: true, text: "2 min ago" },
                { seconds: -1, isShown: true, text: "age unknown" }
            ];
        }
        function test_age_is_silent_while_fresh(data) {
            age.seconds = data.seconds;
            compare(age.visible, data.isShown);
            if (data.isShown)
                compare(age.text, data.text);
        }
        function test_a_stale_figure_is_dimmed_and_spoken() {
            figure.ageSeconds = 0;
            compare(findChild(figure, "figure").opacity, 1);
            figure.ageSeconds = 10;
            verify(findChild(figure, "figure").opacity < 1);
            compare(rig.spokenName(figure), "In now 1 204");
        }
        function test_stepper_stops_at_its_limits() {
            stepper.value = 0;
            const fewer = findChild(stepper, "fewer");
            const more = findChild(stepper, "more");
            verify(!fewer.enabled);
            for (let i = 0; i < 5; ++i)
                mouseClick(more);
            compare(stepper.value, 2);
            verify(!more.enabled);
            verify(more.width >= 64 && more.height >= 64);
            compare(rig.spokenName(fewer), "Companions: one fewer");
        }
        function test_keys_on_the_screen_type_and_leave_the_focus() {
            Typist.isPinyin = false;
            field.clear();
            field.forceActiveFocus();
            for (const letter of ["w", "x", "7"])
                mouseClick(key(keyboard, letter));
            compare(field.text, "wx7");
            verify(field.activeFocus);
            compare(rig.badButtons(keyboard, 64).toString(), "");
        }
        function test_pinyin_becomes_characters_however_fast_the_thumbs() {
            if (!Typist.canPinyin)
                skip("no dictionary on this machine");
            field.clear();
            field.forceActiveFocus();
            Typist.isPinyin = true;
            for (const letter of "wang ")
                Typist.type(letter);
            tryVerify(() => /^[\u4e00-\u9fff]$/.test(field.text));
            compare(Typist.gathered, "");
            Typist.isPinyin = false;
        }
        function key(item: Item, letter: string): Item {
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                const found = child.text === letter && child.clicked ? child : key(child, letter);
                if (found)
                    return found;
            }
            return null;
        }
        function test_colours_can_be_read_in_every_scheme_data() {
            return [{ tag: "light", scheme: Settings.Light }, { tag: "dark", scheme: Settings.Dark },
                    { tag: "contrast", scheme: Settings.HighContrast }];
        }
        function test_colours_can_be_read_in_every_scheme(data) {
            Settings.scheme = data.scheme;
            const c = Theme.colors;
            for (const ground of [c.surface, c.raised, c.sunken]) {
                for (const ink of [c.ink, c.inkSoft, c.greenInk, c.amberInk, c.redInk, c.blueInk, c.violetInk])
                    verify(Contrast.ratio(ink, ground) >= 4.5, ink + " on " + ground + ": " + Contrast.ratio(ink, ground));
            }
            for (const ground of [c.greenGround, c.redGround, c.blueGround, c.violetGround, Theme.brandGround])
                verify(Contrast.ratio(c.paper, ground) >= 4.5, "paper on " + ground);
            verify(Contrast.ratio(c.soot, c.amberGround) >= 4.5);
            Settings.scheme = Settings.Light;
        }
    }
}
