import QtQuick
import Muster.Ui

/*! The pages of people and the course of the day; one of them is seen. */
Item {
    id: root
    required property int page
    required property bool isPortrait

    CoordinatorPosts {
        anchors.fill: parent
        visible: root.page === CoordinatorBar.Posts
        isPortrait: root.isPortrait
    }
    CoordinatorIncidents {
        anchors.fill: parent
        visible: root.page === CoordinatorBar.Incidents
        isPortrait: root.isPortrait
    }
    CoordinatorShow {
        anchors.fill: parent
        visible: root.page === CoordinatorBar.Show
        isPortrait: root.isPortrait
    }
    CoordinatorTasks {
        anchors.fill: parent
        visible: root.page === CoordinatorBar.Tasks
        isPortrait: root.isPortrait
    }
    CoordinatorMaterials {
        anchors.fill: parent
        visible: root.page === CoordinatorBar.Materials
        isPortrait: root.isPortrait
    }
    CoordinatorHall {
        anchors.fill: parent
        visible: root.page === CoordinatorBar.Hall
        isPortrait: root.isPortrait
    }
}
