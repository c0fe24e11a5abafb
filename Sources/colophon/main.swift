import Commands
import Dashboard
import Foundation

// The one place that knows both the commands and the dashboard.
let keyboard = Keyboard(
    lines: { settings in
        let map = KeyMap(settings)
        return map.bindings.map { binding in
            Keyboard.Line(
                action: binding.action.name, keys: binding.keys.map(\.name), help: binding.help,
                isChanged: map.isChanged(binding.action))
        }
    }, problems: { KeyMap($0).problems })

Colophon.main(keyboard: keyboard) { request in
    let here = request.root.flatMap { root in
        request.identity.map { StoreData.Here(root: root, repository: $0) }
    }
    let data = StoreData(request.store, here: here, dataVersion: request.dataVersion)
    let details = request.details.map { StoreData($0, here: here, dataVersion: { 0 }) }
    let openStore = request.openStore
    let openData: @Sendable () throws -> any DashboardData = {
        guard let store = try openStore?() else { return data }
        return StoreData(store, here: here, dataVersion: { 0 })
    }
    let configuration = request.configuration.flatMap { place in
        request.readLook.map { read in
            ConfigurationFile(folder: place.folder, file: place.file, look: Dashboard.Look(request.look)) {
                read().map { Dashboard.Look($0) }
            }
        }
    }
    let environment = ProcessInfo.processInfo.environment
    let who = environment["USER"] ?? environment["LOGNAME"] ?? ""
    let work = StoreWork(here: request.root, who: who) { [store = request.store, open = request.openWriting] in
        try open?() ?? store
    }
    do {
        let end = try Dashboard.open(
            data, details: details, openData: openData, work: work, sessionPath: request.sessionPath,
            isFresh: request.isFresh, storePath: request.storePath, filter: request.filter,
            repository: request.repository,
            place: request.place, isDemo: request.isDemo, lastVisit: request.lastVisit,
            environment: environment,
            look: Dashboard.Look(request.look), configuration: configuration,
            catchUp: request.catchUp, follow: request.follow)
        if case .signal(let number) = end { return .signal(number) }
        return .quit
    } catch {
        return .noTerminal("\(error)")
    }
}

extension Dashboard.Look {
    fileprivate init(_ look: DashboardLook) {
        self.init(
            themes: look.themes, theme: look.theme, color: look.color, complaint: look.complaint,
            isPlain: look.isPlain, keys: look.keys)
    }
}
