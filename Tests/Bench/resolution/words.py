"""The words that made-up code is named and commented with."""

NOUNS = """account address agent alert anchor archive artifact asset attempt balance bank barrier batch billing binding block
board body boundary branch bridge broker bucket budget buffer build bundle cache calendar campaign capacity carrier cart
catalog category channel chapter charge chart check child chunk circuit claim client clock cluster code column command
comment commit company component config connection contact container content context contract cookie coordinate counter
coupon course credit cursor customer cycle dashboard dataset deadline delivery dependency deployment deposit device digest
dimension directory discount dispatch document domain draft driver edge editor email endpoint engine entry envelope
episode epoch error event exchange exporter factor feature feed field file filter flag folder form fragment frame gateway
glyph graph grid group handle handler header health history hook host image import index ingredient input instance
interval inventory invoice item job journal journey key kernel label layer layout ledger level library license limit
listener loan location lock manifest margin marker matrix measure member menu merchant message meter method metric mirror
module monitor movie network node note notice number object offer offset operator option order origin outcome output
owner packet page panel parcel parent parser partition passenger patch patient payload payment peer period phase photo
pipeline pixel plan player playlist point policy pool portfolio position price printer priority probe process product
profile project proposal protocol provider proxy quality quantity query question queue quota quote ratio reader receipt
recipe record refund region registry release relay replica report request reservation reset resource response result
retry review revision reward ring role room root route row rule sample scale schedule schema scope score screen section
segment selector sensor series server service session setting shape shard sheet shelf shipment signal site size slot
snapshot socket source span spool stage station status step stock storage store stream student subject summary supplier
surface survey switch symbol table tag target task tax team template tenant term thread threshold ticket tile timer title
tone topic total trace track transfer transition tree trigger trip tunnel tweet unit update upload user value variant
vector vehicle vendor version viewport visit voucher wallet warehouse watcher weight widget window worker zone""".split()

VERBS = """accept acquire add adjust aggregate align allocate append apply archive assign attach balance bind build cancel
capture charge check clamp classify clean clear close collect combine commit compact compare compile compose compute
connect consume convert copy count create decode decorate defer deliver derive detach detect dispatch drain drop dump
emit encode enqueue ensure estimate evaluate evict expand expire export extract fetch fill filter find flatten flush fold
format forward freeze gather generate group handle hash import infer insert inspect install invalidate join label limit
link list load locate lock log lookup map mark match measure merge migrate monitor move normalize notify open order pack
parse partition patch persist pick place plan poll prepare print process project promote propagate prune publish pull
push query queue rank read rebuild record redact reduce refresh register reject release reload remove render repair
replace replay report request reserve reset resize resolve restore retry reverse rotate round route sample sanitize save
scan schedule score seal search select send serialize settle shift shrink shuffle sign skip slice sort split stage start
store stream strip submit subscribe summarize swap sync tag tally throttle toggle touch track transform traverse trim
truncate unpack unwrap update upload validate verify visit wait walk warm watch weigh wrap write""".split()

ADJECTIVES = """active actual allowed ambient available average base best blocked broken cached candidate changed clean closed
cold common complete current daily dead default delayed dirty distinct done double dry early empty enabled expected
expired external extra fallback fast final first fixed foreign free fresh full global hidden high hot idle initial inner
internal invalid known largest last late latest left legacy local longest lost low major manual maximum merged minimum
missing mutable nearest nested new next old open optional orphan outer overdue owned parsed partial pending previous
primary private public queued quick random raw ready recent recursive relative remaining remote required safe scaled
secondary selected shared short signed single slow sorted spare stale static strict temporary tight total trusted
unique unknown unsigned updated upper urgent valid verbose visible weak whole wide zero""".split()

GLUE = """the a its each every this that only when before after unless because so where while once from into over under with
without until still already never always twice again here there""".split()

PLAIN = """be kept returned written dropped counted shown skipped sent stored closed opened checked ignored needed asked
late early slow cheap rare wrong right small large safe""".split()


KEYWORDS = set("async await break case catch class const continue def default defer elif else except export false finally for "
               "func function if import in interface let new nil null package raise range return self switch this throw true try "
               "type undefined var while with yield None True False string number boolean error lambda".split())


def snake(words):
    return "_".join(words)


def pascal(words):
    return "".join(word.capitalize() for word in words)


def camel(words):
    return words[0] + pascal(words[1:])


def sentence(chance, least=4, most=11):
    """Words that read like a remark."""
    words = []
    for _ in range(chance.randint(least, most)):
        kind = chance.random()
        words.append(chance.choice(NOUNS if kind < .4 else GLUE if kind < .65 else ADJECTIVES if kind < .8
                                   else VERBS if kind < .9 else PLAIN))
    return " ".join(words)
