namespace MashBroker.Rules;

/// <summary>Nouns for people, by whether they are part of a case or from outside it.</summary>
internal static class People
{
    public static readonly HashSet<string> Determiners = Of(
        "the a an this that these those his her their its our my your no any each every some many most several two three four one another other both"
    );

    public static readonly HashSet<string> Pronouns = Of(
        "he she it they you i we who which what this that there nobody none everyone everybody neither nothing something anything everything all him them"
    );

    public static readonly HashSet<string> Someone = Of(
        "someone somebody anyone whoever anybody whomever people folk folks others another others"
    );

    /// <summary>Nouns for whoever called, which stand at the head of a note without an article.</summary>
    public static readonly HashSet<string> Bare = Of(
        "gentleman gent lady bloke chap chappie fella guy lad lass lassie wifie geezer villager parishioner"
    );

    public static readonly HashSet<string> Children = Of(
        "child children boy girl baby boys girls toddler youngster son daughter kids his her their sibling siblings eldest youngest pupil student patient twins twin"
    );

    /// <summary>Those who live with a child, or whom the case is about.</summary>
    public static readonly HashSet<string> Household = Of(
        "mother mum mam mummy mom father dad daddy parents parent stepfather stepmother stepdad stepmum child children boy girl son daughter sibling siblings brother brothers sister sisters baby boys girls toddler "
            + "sons daughters twins twin eldest youngest oldest middle infant teenager adolescent youth youngster pupil pupils student class family couple household suspect victim perpetrator defendant patient halfbrother stepbrother "
            + "stepsister kids kid lad minor stepdaddy sis bro adults adult male female males females half"
    );

    /// <summary>A word before a noun that makes a professional of whoever it is.</summary>
    public static readonly HashSet<string> Employers = Of(
        "gp surgery clinic practice school class nursery hospital police health social housing youth learning pastoral safeguarding lunchtime duty support probation council ward hostel dental community mental lollipop dinner teaching playground custody clinical nhs family's"
    );

    /// <summary>Whom a school or a class makes nobody's professional.</summary>
    public static readonly HashSet<string> Peers = Of(
        "mum mums mother mothers dad dads father fathers parent parents friend friends mate mates neighbour neighbours gate resident residents member members"
    );

    /// <summary>Behind "mother of" and "brother of": then it is another family, or one outside the household.</summary>
    public static readonly HashSet<string> OtherFamilies = Of(
        "mother father mum dad parent parents class team classmate classmates friend friends pupil another stepfather stepmother"
    );

    /// <summary>Whose wives, sons and mothers live elsewhere.</summary>
    public static readonly HashSet<string> Sideways = Of(
        "brother sister uncle aunt auntie cousin nephew niece friend neighbour grandmother grandfather nan gran colleague landlord classmate stepbrother stepsister"
    );

    public static readonly HashSet<string> Partners = Of(
        "partner boyfriend girlfriend husband wife fiance fiancee ex spouse"
    );

    public static readonly HashSet<string> WiderKin = Of(
        "grandmother grandfather grandparents grandparent gran granny grandma nan nana nanny nanna grandad granddad grandpa gramps aunt auntie aunty uncle cousin cousins niece nephew relative relatives relation "
            + "relations kin aunts uncles godmother godfather godparent mgm pgm mgf pgf mggm pggm law stepnan stepgran grandma nans granda grampy pops taid tad mamgu nain babcia dadi nani ggm ggf ggma khala chacha ciocia oma opa abuela"
    );

    /// <summary>What has no voice of its own, or speaks for those who keep it.</summary>
    public static readonly HashSet<string> Papers = Of(
        "report reports record records file files letter letters note notes log logs plan plans assessment assessments form forms chronology minutes email emails message messages result results scan xray x test tests screen cctv "
            + "footage photo photos photograph photographs system database data evidence history referral referrals incident incidents concern concerns injury injuries bruise bruises mark marks explanation explanations account accounts timeline "
            + "attendance pattern visit visits review order judgment statement statements summary register check checks bloods analysis toxicology sample findings examination guidance policy meeting conference discussion allegation allegations "
            + "house home flat school money text texts entry entries information intelligence call calls behaviour disclosure drawing drawings diary post posts notification alert alarm tone voice care proceedings application"
    );

    private static readonly HashSet<string> Professionals = Of(
        "police officer officers constable sergeant detective pc wpc dc ds school schools primary infants juniors teacher teachers headteacher head nursery nurseries college academy gp gps doctor doctors surgery hospital midwife midwives nurse nurses paramedic paramedics ambulance "
            + "crew probation housing camhs worker workers service services team teams agency agencies staff paediatrician consultant psychiatrist psychologist dentist dsl lead court judge magistrate magistrates cafcass council authority "
            + "practitioner practitioners professional professionals visitor visitors dsls senco sendco counsellor therapist physiotherapist pharmacist registrar radiologist clinician clinicians registrar solicitor barrister guardian advocate interpreter "
            + "department unit clinic ward hub mash panel conference chair reviewer social education health yot yjs nhs a&e ae cps prosecution firefighters fire coroner tribunal ofsted lado iro marac mappa cmht ward refuge charity department authorities "
            + "matron tutor public sencos pastoral deputy headmaster headmistress principal carers carer foster supervisor keyworker manager commissioner triage mentor mentors hv hvs receptionist handler operator reviewers idva isva navigator inspector inspectors"
    );

    private static readonly HashSet<string> Others = Of(
        "man woman men women person persons individual lady ladies gentleman gentlemen gent bloke chap fella guy lass volunteer volunteers friend friends mate mates pal pals neighbour neighbours neighbor neighbors resident residents tenant tenants "
            + "landlord landlady owner stranger strangers customer colleague colleagues local locals acquaintance witness witnesses passerby pensioner churchgoer parishioner vicar priest imam rabbi pastor minister deacon coach trainer babysitter sitter "
            + "childminder minder cleaner gardener driver postman postwoman postie milkman shopkeeper newsagent barber hairdresser barman barmaid landladies plumber builder electrician courier lodger flatmate housemate roommate member members "
            + "source caller informant referrer client shopper dogwalker jogger cyclist instructor leader organiser warden caretaker concierge congregation mums dads godson workmate employer boss assistant cook chef waiter waitress cashier "
            + "attendant busker vet farmer florist butcher baker grocer tattooist beautician technician handyman decorator roofer engineer mechanic lifeguard akela scoutmaster choirmaster steward usher patron regular regulars companion party parties proprietor confidante helper helpers clergyman missus hubby other-half rev confidante confidant gaffer guider"
    );

    // Behind these, words say more of a person that has been named before.
    private static readonly HashSet<string> Following = Of(
        "re regarding about concerning who whom whose that which from in at of with on to for near by they she he we behind above below opposite across next down up over round living working claiming calling acting known upstairs downstairs along outside inside aged nearby beside beneath not"
    );

    public static bool Follows(string word) => Following.Contains(word);

    public static bool IsProfessional(string noun) => Professionals.Contains(noun);

    public static bool Is(string noun) =>
        Others.Contains(noun)
        || (
            noun.Length > 5
            && (
                noun.EndsWith("man", StringComparison.Ordinal)
                || noun.EndsWith("woman", StringComparison.Ordinal)
                || noun.EndsWith("keeper", StringComparison.Ordinal)
                || noun.EndsWith("mate", StringComparison.Ordinal)
                || noun.EndsWith("sitter", StringComparison.Ordinal)
                || noun.EndsWith("minder", StringComparison.Ordinal)
                || noun.EndsWith("walker", StringComparison.Ordinal)
                || noun.EndsWith("monger", StringComparison.Ordinal)
                || noun.EndsWith("dresser", StringComparison.Ordinal)
                || (IsAgent(noun) && !NoAgents.Contains(noun))
            )
        );

    // Helper, motorist, tutor: who does something is named by it.
    private static bool IsAgent(string noun) =>
        (
            noun.EndsWith("er", StringComparison.Ordinal)
            || noun.EndsWith("or", StringComparison.Ordinal)
            || noun.EndsWith("ist", StringComparison.Ordinal)
        ) && !noun.EndsWith("ier", StringComparison.Ordinal);

    private static readonly HashSet<string> NoAgents = Of(
        "letter number paper order corner computer matter weather water summer winter counter trigger danger dinner finger shoulder november december september october another whether together offender paramour error mirror monitor "
            + "doctor terror horror rumour laptop charger scooter trainer heater cooker temper disorder cancer fever laughter murder trailer buffer folder printer disaster chapter center center banner eldest younger older former latter newsletter earlier later further former number rather ever never over under after either neither other her sister brother mother father daughter grandmother grandfather minor prior major senior junior color colour flavour behaviour neither beer river water fear year car chair floor door stair hair gear pair repair bar scar jar star war tutor deter larger bigger smaller worse better wider longer shorter higher lower easier happier poorer older"
    );

    private static HashSet<string> Of(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
