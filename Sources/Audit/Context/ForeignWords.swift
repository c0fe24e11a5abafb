/// Reads words that are not written in Latin letters: each of a few stems is a word with its roles, what lies between them
/// is distance.
struct ForeignWords {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var line = 1
    private var number = 0
    private var letters = 0

    /// `nil` where there are none.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        // From Cyrillic on.
        guard bytes.contains(where: { $0 >= 0xD0 }) else { return nil }
        self.bytes = bytes
    }

    /// So many letters without a blank are a word of Chinese or Japanese.
    private static let lettersOfWord = 2

    mutating func next() -> WordReader.Word? {
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0xD0 {
                if byte == 0x0A { line += 1 }
                // A blank, or a sign of what is written without blanks.
                if letters > 0 { number += 1 }
                letters = 0
                place += 1
                continue
            }
            let start = place
            for (stem, roles) in Self.stems[UInt16(byte) << 8 | UInt16(start + 1 < bytes.count ? bytes[start + 1] : 0)]
                ?? []
            where stands(stem) {
                number += 1
                place += stem.count
                letters = 0
                return WordReader.Word(
                    roles: roles, number: number, lineStart: -1000, offset: start, line: line, isCalled: false, mark: 0,
                    isUpper: false, isClosed: false, beginsSentence: true, isPart: false, isWhole: true, isUnseen: false
                )
            }
            place += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            letters += 1
            if byte >= 0xE0, letters == Self.lettersOfWord {
                number += 1
                letters = 0
            }
        }
        return nil
    }

    private func stands(_ stem: [UInt8]) -> Bool {
        place + stem.count <= bytes.count && stem.indices.allSatisfy { bytes[place + $0] == stem[$0] }
    }

    /// By their first two bytes.
    private static let stems: [UInt16: [([UInt8], WordRoles)]] = {
        var stems: [UInt16: [([UInt8], WordRoles)]] = [:]
        for (roles, words) in vocabulary {
            for word in words.split(separator: " ") {
                for form in Set([String(word), word.prefix(1).uppercased() + word.dropFirst()]) {
                    let stem = Array(form.utf8)
                    stems[UInt16(stem[0]) << 8 | UInt16(stem[1]), default: []].append((stem, roles))
                }
            }
        }
        for key in stems.keys { stems[key]?.sort { $0.0.count > $1.0.count } }
        return stems
    }()

    // Russian, Ukrainian, Chinese, Japanese, Korean, Arabic.
    private static let vocabulary: [(WordRoles, String)] = [
        (WordRoles(.drop), "игнорир проигнорир забудь забыть ігнору 忽略 无视 無視 忘记 忘記 忘れ 무시 تجاهل انس"),
        (
            WordRoles(.before, .everything),
            "предыдущ прежн выше попередн 之前 以前 先前 上面 以上 前面 所有 全部 すべて これまで 이전 모든 앞선 السابق جميع"
        ),
        (WordRoles(.orders), "инструкц указани інструкц 指令 指示 提示词 プロンプト 命令 지시 명령 프롬프트 تعليمات التعليمات"),
        (WordRoles(.rules), "правил ограничен 规则 規則 限制 ルール 制限 규칙 제한 القواعد"),
        (WordRoles(.forbid), "не 不要 请勿 別 切勿 ないで しないで 말하지 하지 لا"),
        (WordRoles(.person), "пользовател користувач 用户 用戶 使用者 ユーザー 사용자 المستخدم"),
        (WordRoles(.tell), "сообща говори рассказ упомина 告诉 告訴 透露 提及 伝え 教え 알리 말하 تخبر"),
        (WordRoles(.secret), "парол секрет токен ключ 密码 密碼 密钥 密鑰 パスワード 秘密鍵 비밀번호 비밀 كلمات"),
        (WordRoles(.send), "отправь отправи покажи выведи пришли надішли 发送 發送 输出 輸出 显示 送信 表示 出力 보내 출력 공개 أرسل اعرض"),
        (WordRoles(.named), "нейросет ассистент ии-ассистент 人工智能 助手 アシスタント 인공지능 مساعد"),
        (WordRoles(.you), "ты тебе твои 你 您 あなた 당신 أنت"),
        (WordRoles(.now), "теперь 现在 現在 今から 이제 الآن"),
    ]
}
