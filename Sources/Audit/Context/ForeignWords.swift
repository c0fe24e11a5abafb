/// Reads words that are not written in Latin letters: each of a few stems is a word with its roles, what lies between them
/// is distance. Of Latin words those are read that stand in such texts as they are: names of files, of models, of commands.
struct ForeignWords {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var line = 1
    private var number = 0
    private var sentence = 0
    private var begun = 0
    private var letters = 0
    private let table = WordRoles.table

    /// `nil` where there are none.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        // From Cyrillic on; signs and pictures are no words.
        guard bytes.contains(where: { $0 >= 0xD0 && $0 != 0xE2 && $0 < 0xEE }) else { return nil }
        self.bytes = bytes
    }

    /// So many letters without a blank are a word of Chinese or Japanese.
    private static let lettersOfWord = 2
    private static let longestSentence = 40
    private static let latin = WordRoles(.named, .secretFile, .shell, .address, .system, .orders, .secret, .decode)

    mutating func next() -> WordReader.Word? {
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0xC3 {
                if (byte | 0x20) &- 0x61 < 26 {
                    if let word = latinWord() { return word }
                    continue
                }
                if byte == 0x0A {
                    line += 1
                    if place + 1 < bytes.count, bytes[place + 1] == 0x0A { endSentence() }
                } else if byte == 0x2E || byte == 0x3F || byte == 0x21, place + 1 < bytes.count,
                    bytes[place + 1] <= 0x20
                {
                    endSentence()
                }
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
                return word(roles, at: start)
            }
            // "。"
            if byte == 0xE3, stands([0xE3, 0x80, 0x82]) { endSentence() }
            place += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            letters += 1
            if byte >= 0xE0, letters == Self.lettersOfWord {
                number += 1
                letters = 0
            }
        }
        return nil
    }

    private mutating func endSentence() {
        sentence += 1
        begun = number
    }

    private mutating func latinWord() -> WordReader.Word? {
        let start = place
        var hash = WordReader.seed
        while place < bytes.count, (bytes[place] | 0x20) &- 0x61 < 26 {
            hash = WordReader.add(bytes[place] | 0x20, to: hash)
            place += 1
        }
        number += 1
        letters = 0
        let (roles, _) = table.roles(of: hash)
        guard roles.overlaps(Self.latin) else { return nil }
        let next = place < bytes.count ? bytes[place] : 0
        let isJoined = start > 0 && (bytes[start - 1] == 0x2E || bytes[start - 1] == 0x2F || bytes[start - 1] == 0x5F)
        return word(roles.only(Self.latin), at: start, isWhole: !isJoined && !(0x30...0x39 ~= next || next == 0x5F))
    }

    private mutating func word(_ roles: WordRoles, at start: Int, isWhole: Bool = true) -> WordReader.Word {
        if number - begun > Self.longestSentence { endSentence() }
        return WordReader.Word(
            roles: roles, word: -1, number: number, sentence: sentence, lineStart: -1000, offset: start, line: line,
            isCalled: false,
            mark: 0, isUpper: false, isClosed: false, beginsSentence: true, isPart: false, isDisguised: false,
            isWhole: isWhole, isUnseen: false)
    }

    private func stands(_ stem: [UInt8]) -> Bool {
        place + stem.count <= bytes.count && stem.indices.allSatisfy { bytes[place + $0] == stem[$0] }
    }

    /// By their first two bytes.
    private static let stems: [UInt16: [([UInt8], WordRoles)]] = {
        var stems: [UInt16: [([UInt8], WordRoles)]] = [:]
        var known: [String: WordRoles] = [:]
        for (role, words) in vocabulary {
            for word in words.split(separator: " ") {
                for form in Set([String(word), word.prefix(1).uppercased() + word.dropFirst()]) {
                    known[form, default: WordRoles()].insert(role)
                }
            }
        }
        for (form, roles) in known {
            let stem = Array(form.utf8)
            stems[UInt16(stem[0]) << 8 | UInt16(stem[1]), default: []].append((stem, roles))
        }
        for key in stems.keys { stems[key]?.sort { $0.0.count > $1.0.count } }
        return stems
    }()

    /// Another one for other words.
    static var digest: UInt64 {
        vocabulary.reduce(1) { hash, entry in
            entry.1.utf8.reduce(hash ^ UInt64(entry.0.rawValue)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
    }

    // Russian, Ukrainian, Chinese, Japanese, Korean, Arabic, Hebrew, Hindi, Greek, Thai.
    private static let vocabulary: [(WordRole, String)] = [
        (
            .drop,
            """
            игнорир проигнорир забудь забыть отмени ігнору 忽略 无视 無視 忘记 忘掉 忘記 忘れ 不理会 取消 撤销 破棄 무시 잊어 잊고 취소 تجاهل انس انسى \
            התעלם תתעלם שכח अनदेखा नज़रअंदाज भूल αγνόησε αγνοήστε ξέχασε ละเว้น เพิกเฉย
            """
        ),
        (
            .before,
            """
            предыдущ прежн прошл выше ранее попередн 之前 以前 先前 上面 以上 前面 上述 此前 前の これまで 従来 이전 앞선 지금까지 기존 السابق سابق قبل \
            הקודמ שמעל पिछले पहले προηγούμεν ก่อนหน้า
            """
        ),
        (.everything, "все всё всех 所有 全部 一切 任何 すべて 全て 모든 전부 جميع كل כל सभी सब όλες όλα ทั้งหมด"),
        (
            .orders,
            """
            инструкц указани приказ команд промпт інструкц 指令 指示 提示词 提示詞 命令 说明 プロンプト 지시 명령 프롬프트 تعليمات التعليمات أوامر \
            הוראות ההוראות הנחיות निर्देश प्रॉम्प्ट आदेश οδηγίες คำสั่ง
            """
        ),
        (.rules, "правил ограничен 规则 規則 限制 约束 政策 ルール 制限 規則 규칙 제한 정책 القواعد قيود כללים מגבלות नियम प्रतिबंध κανόνες กฎ"),
        (
            .not,
            """
            не без никому ничего никогда 不要 请勿 別 别 切勿 没有 不得 禁止 无需 不用 ないで しないで せずに ず 禁止 않 말고 마세요 없이 말하지 하지 금지 \
            لا دون بدون ولا אל בלי ללא मत नहीं बिना μην χωρίς อย่า ไม่
            """
        ),
        (.person, "пользовател человек користувач 用户 用戶 使用者 人类 ユーザー 利用者 사용자 المستخدم משתמש המשתמש उपयोगकर्ता χρήστη ผู้ใช้"),
        (
            .tellsToSay,
            """
            сообща говори рассказ упомина предупрежд 告诉 告訴 透露 提及 通知 告知 伝え 教え 知らせ 言及 알리 말하 언급 تخبر تذكر إخبار תספר לספר \
            बताए बताना πεις บอก
            """
        ),
        (
            .secret,
            """
            парол секрет токен ключ учётн 密码 密碼 密钥 密鑰 凭据 令牌 機密 机密 パスワード 秘密鍵 認証情報 비밀번호 비밀 키를 인증 كلمة المفاتيح سرية \
            הסיסמ סוד מפתח पासवर्ड कुंजी गुप्त κωδικ μυστικ รหัสผ่าน
            """
        ),
        (
            .tellsToSend,
            """
            отправь отправи отправляй пришли перешли надішли загрузи 发送 發送 发到 上传 上傳 寄给 送信 アップロード 送って 보내 전송 업로드 أرسل إرسال שלח भेज \
            στείλε ส่ง
            """
        ),
        (
            .tellsToShow,
            """
            покажи выведи напечатай напиши раскрой 输出 輸出 显示 顯示 打印 展示 泄露 表示 出力 見せ 출력 보여 공개 표시 اعرض اطبع أظهر הצג הדפס दिखा प्रदर्शित \
            δείξε εμφάνισε แสดง
            """
        ),
        (
            .tellsToRun,
            """
            выполн запусти исполни 执行 執行 运行 執行 実行 起動 실행 نفذ تنفيذ शुरू הרץ בצע चलाएँ चलाओ निष्पादित εκτέλεσε เรียกใช้
            """
        ),
        (.tellsToUnmake, "удали сотри отключи 删除 刪除 清空 关闭 削除 無効 삭제 지워 احذف מחק हटा διάγραψε ลบ"),
        (
            .named,
            """
            нейросет ассистент ии-ассистент ии-агент ии-модел языков 人工智能 智能助手 助手 大模型 语言模型 語言模型 アシスタント 言語モデル エージェント 인공지능 \
            어시스턴트 언어 الذكاء مساعد נموذج בינה העוזר सहायक एआई βοηθ ผู้ช่วย
            """
        ),
        (.you, "ты тебе тебя твои твоя вы ваш 你 您 あなた 당신 너는 أنت تعليماتك أنتَ אתה שלך आप अपने तुम είσαι εσύ คุณ"),
        (.now, "теперь сейчас отныне 现在 從現在 现从 今后 从现在 現在 今から これから 이제 지금부터 الآن עכשיו मעכשיו अब τώρα ตอนนี้"),
        (.must, "пожалуйста должен обязан нужно 请 請 必须 必須 务必 应该 してください ください すること せよ 하세요 해야 십시오 يجب يرجى עליך कृपया ต้อง"),
        (.freed, "ограничени 没有限制 不受限制 无限制 制限なし 제한없는 بلا قيود ללא מגבלות"),
        (.system, "систем 系统 系統 システム 시스템 النظام מערכת सिस्टम σύστημα ระบบ"),
        (.silent, "тайно незаметно молча 秘密地 悄悄 暗中 偷偷 こっそり 密かに 몰래 سرا בסתר चुपके"),
        (.shell, "команд 命令 コマンド 명령어 الأمر פקודה कमांड"),
        (.after, "ниже следующ 以下 下面 下列 下記 次の 다음 아래 التالي أدناه הבא निम्न नीचे"),
        (.this, "этот это этого 此 这 這 この これ 이것 이 هذا هذه זה इस"),
        (.address, "адрес 地址 网址 アドレス 주소 العنوان כתובת पते"),
        (.tellsToAccept, "одобри оцени 批准 通过 好评 推荐 承認 推奨 승인 추천 وافق אשר"),
        (.tellsToAnswer, "ответь отвечай 回答 回复 答え 回答 답하 대답 أجب ענה"),
        (.tellsToPretend, "притворись представь 假装 扮演 ふり なりき 척하 가장 تظاهر"),
    ]
}
