/// The words of a demo, in small ASCII letters; the ones used most come first.
enum Lexicon {
    static let nouns = list(
        """
        order user invoice session cache request payment account report job queue token file event message record index
        worker client server config page row batch cart customer product address filter stream schema handler route
        ticket tenant role policy limit webhook refund charge ledger balance coupon price stock shipment parcel label
        driver vehicle depot tour stop sensor reading alarm meter gauge signal channel device firmware packet frame
        socket buffer cursor query column table view snapshot backup archive export import template layout theme widget
        panel dialog form field button menu tab grid chart legend axis series sample bucket window interval schedule
        calendar booking room guest seat venue concert artist track album playlist lyric chapter book author shelf loan
        member branch library recipe meal ingredient pantry dish kitchen waiter bill tip shift roster payroll
        contract clause party signature notary deed plot survey map tile layer marker region border river lake harbour
        vessel cargo crane berth manifest customs tariff quota permit licence audit finding rule verdict appeal hearing
        patient ward dose vaccine allergy referral clinic nurse dosage scan image pixel shader mesh texture camera lens
        """)

    static let verbs = list(
        """
        load save find update create parse send build check read write merge render resolve validate close
        split join sort count cancel archive restore rotate export import encode decode
        expand enable disable grant revoke assign release reserve refund settle charge bill ship
        track subscribe drain replay rebuild reindex prune trim clamp round convert translate format print
        """)

    static let fields = list(
        """
        id name status amount total count kind state email created updated owner version size path url key value price
        quantity currency locale timezone deadline priority weight colour width height depth offset length limit retries
        timeout interval duration score rating level rank parent children source target region zone city street postcode
        phone note reason comment title summary description hash digest checksum signature expires issued revision branch
        """)

    static let adjectives = list(
        """
        new stale missing pending current last first blank whole partial remote local shared private
        public slow fast large small duplicate locked broken hidden nested sorted cached signed raw plain
        """)

    private static func list(_ words: String) -> [[UInt8]] {
        words.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Array.init)
    }
}
