namespace MashBroker.Rules;

/// <summary>Short and pet forms of given names, and the same name in other languages and spellings.</summary>
internal static class Nicknames
{
    private static readonly string[] Groups =
    [
        "margaret maggie meg megan mags madge marge margie margo margot peg peggy greta rita daisy maisie marguerite margarita malgorzata mairead",
        "catherine katherine kathryn catharine katharine cathryn kate katie katy kathy cathy cath kath kat kitty kit kay kaye karen katrina catriona caitlin kathleen cathleen katarzyna kasia ekaterina katya",
        "elizabeth elisabeth liz lizzie lizzy beth betty bettie bess bessie betsy eliza elsie libby lisa liza lillibet elspeth isabel isobel isabella izzy bella elzbieta ela elisa",
        "patricia pat patsy patty trish tricia trisha paddy pam", "patrick pat paddy padraig pádraig rick", "gwendoline gwendolen gwendolyn gwen wendy gwenda gwyneth gwenllian",
        "siobhan shiv shivaun chevonne shevaun siobhán", "agnieszka aga agnes agi nessa", "agnes aggie nessie nancy ness", "thomas tom tommy thom tam tomasz tomas",
        "william will bill billy willy willie wills liam wilhelm gwilym", "robert rob bob bobby robbie robin bert rab roberto", "anthony antony tony ant anton antonio", "stephen steven steve stevie ste stefan esteban szczepan",
        "kenneth ken kenny", "michael mick mike mickey micky mikey mikhail michal miguel mitch misha", "rose rosie rosa rosemary rosalind roz ros", "rosemary rose rosie romy", "grace gracie", "may mae maisie mary maria marie molly polly mamie moll maureen mair moira maire miriam",
        "mark marc marcus markus marco marek", "zoe zo", "jose joseph joe joey pepe josef jozef giuseppe yusuf youssef", "josephine jo josie posy fifi", "fatima fatimah fati tima fatma", "mohammed muhammad mohamed mohammad muhammed mo mohd hamza",
        "ngozi goz", "jean jeannie jeanie jeanette jan janet sheena", "jean paul jp", "alexandra alex sandra alexa sandy sasha lexi lexie ali alix aleksandra", "alexander alex al alec sandy alasdair alistair alastair sasha xander aleksander olek", "christine christina chris chrissie chrissy tina kirsty kirsten krystyna christa",
        "christopher chris kit topher kris krzysztof", "deborah debra deb debs debbie debby", "geoffrey jeffrey jeff geoff jeffery", "doreen dor dory dorrie reenie", "dorothy dot dotty dottie dolly dora dorothea thea dodo", "susan sue susie suzie suzy susannah suzanne zuzanna sukie", "barbara barb barbie babs bab", "jacqueline jackie jacqui jacquie jacky",
        "jennifer jen jenny jenni jennie", "joanna joanne jo joan joanie", "julia julie jules juliet juliette gillian", "gillian gill jill jilly gilly", "linda lindy lin lyn", "lynda lin lyn", "lynne lyn lynn", "victoria vicky vicki vickie tori vic", "valerie val", "veronica ronnie vera nica", "pamela pam pammy", "sandra sandy sand alexandra",
        "sarah sally sal sadie sara", "samantha sam sammy", "samuel sam sammy", "rebecca becky becca bex beck", "rachel rach rachael raquel", "philippa pip pippa phil", "philip phillip phil pip pippo", "penelope pen penny", "nicola nicky nikki nic nick nicole", "nicholas nick nicky nico nicolas nicolai mikolaj klaus", "natalie nat natalia nattie", "natasha tash tasha nat", "melanie mel", "melissa mel lissa missy",
        "matilda tilly mattie tilda maud", "matthew matt matty mateusz mateo", "martin marty mart marcin", "martha marty mattie", "lawrence laurence larry laurie lawrie loz", "laura laurie lori lol", "leonard len lenny leo", "kimberly kim kimberley kimmy", "jonathan jon jonny jonty nathan", "john jack johnny jon ian sean evan jan juan ivan giovanni hans johann", "james jim jimmy jamie jem jaime jacob seamus hamish", "jacob jake jay jakub", "hilary hil", "henry harry hal hank henri hank", "harold harry hal",
        "helen nell nellie nelly ellen elaine helena eleni lena", "eleanor ellie nell nellie nora ella leonora elinor", "harriet hattie harry", "gregory greg grzegorz", "gerald gerry jerry ged", "gerard gerry ged jerry", "geraldine gerry", "georgina georgie gina georgia", "george georgie jerzy jorge", "gabrielle gabby gabi", "frederick fred freddie freddy", "francis frank frankie fran franciszek paco", "frances fran frankie fanny francesca", "florence flo florrie flossie", "felicity fliss flick flic",
        "emma em emmy", "emily em emmy millie milly", "edward ed eddie ted teddy ned edvard", "edwin ed ned", "edmund ed ted", "edith edie", "donald don donny", "douglas doug dougie", "dominic dom nic", "dennis den denny denise", "denise den", "david dave davy davey dai dawid taffy", "daniel dan danny", "danielle dani danny", "cynthia cindy cyn", "constance connie", "clifford cliff", "claire clare clara klara", "clarice clare", "charles charlie chas chuck carl karl carlos karol", "charlotte charlie lottie lotte char", "caroline caro carrie carol lina", "carol carrie caz caroline", "cecilia cissy cilla celia",
        "bridget bridie biddy brigid bridie britta", "brenda bren", "bernard bernie bern", "bernadette bernie detta", "benjamin ben benny benji", "beverley bev beverly", "beatrice bea trixie beattie", "arthur art artie", "archibald archie baldie", "annabel anna bel belle", "anne ann annie nan nancy anna hannah anya ania anita", "angela angie ang ange", "andrew andy drew dru andrzej andreas andre", "andrea andy", "amanda mandy manda", "alison ali alice allie", "alice ali allie", "albert bert al bertie", "alan allan allen al", "alfred alf alfie fred", "abigail abi abby gail", "adam ad addy",
        "theresa teresa terry tess tessa tracy", "terence terry tel terrance", "timothy tim timmy", "theodore ted teddy theo", "stanley stan", "sidney sid sydney", "sharon shaz shazza", "tracey trace tracy", "karen kaz kazza", "gary gaz gazza garry", "darren daz dazza", "barry baz bazza", "jeremy jem jez jerry", "jessica jess jessie", "simon si sy szymon", "sebastian seb", "ronald ron ronnie", "roger rodge rog", "roderick rod roddy", "richard rich richie rick ricky dick dickie ryszard ricardo", "raymond ray", "randolph randy", "ralph rafe", "rafael rafal raf", "peter pete petey piotr pedro pierre", "paul paulie pawel pablo paolo", "pauline paula polly", "oliver ollie olly noll", "olivia liv livvy olly", "oswald oz ozzie", "norman norm", "neville nev", "nathaniel nat nate nathan", "maurice mo morris", "maureen mo reenie moreen", "marion marian mari marianne", "marjorie marge margery madge", "malcolm mal", "magdalena magda lena maddie madeleine", "madeleine maddie maddy madeline", "louise lou lulu", "louis lou lewis", "lucy lu lucia lucille", "leslie les lesley", "lillian lily lil lilian", "kevin kev", "keith keef", "karim kaz", "justin jus", "judith judy jude", "josh joshua", "joyce joy", "irene rene renee irina", "ian iain", "hugh hughie huw", "howard howie", "hannah hanna anna", "gordon gord", "graham gray graeme grahame", "gladys glad", "fiona fi", "eugene gene", "ethel eth", "esther essie hester", "ernest ernie", "eric rick rikki", "duncan dunc", "diana di diane dianne", "desmond des", "derek del derrick", "clive cli", "cheryl chez", "bradley brad", "bronwen bron", "bruce brucie", "aidan aiden", "adrian ade adi", "abdul abdullah", "aisha ayesha aishah", "yvonne eve von", "yolanda yoli", "winifred win winnie fred freda", "walter wally walt wat", "vivian viv vivienne", "vincent vince vinny", "vernon vern", "ursula ursie", "sylvia syl silvia", "stacey stace stacy", "shirley shirl", "sheila shelagh", "rupert rupe", "ruth ruthie", "rosalind ros roz", "roland roly rowland", "priscilla cilla prissy", "priya pri", "olga ola olya", "nora norah honora eleanor", "muriel mu", "mildred millie", "mervyn merv", "lionel leo", "krystyna krysia", "wojciech wojtek", "stanislaw staszek stan", "malgorzata gosia", "joanna asia joasia", "barbara basia", "aleksandra ola", "zofia zosia sophie sofia sophia", "sophie soph sofia sophia",
        "oluwaseun seun", "oluwatobi tobi toby", "chukwuemeka emeka", "ifeoma ify", "temitope temi tope", "folasade sade fola", "harpreet harry preet", "gurpreet gurp preet", "jaspreet jas", "mandeep mandy", "rajesh raj", "sanjay san", "vijay vij", "parminder pam", "svetlana sveta lana", "tatiana tanya", "anastasia ana stacey nastya", "dimitri dima mitya", "vladimir vlad", "bartholomew bart", "zachary zac zak", "tobias toby tobe", "cameron cam", "kieran kier ciaran", "declan dec", "gwyn gwynne", "rhiannon rhi", "angharad harrie", "myfanwy myf fanny", "niamh neve neave", "aoife eva ava", "sinead shinade jane", "orla orlagh", "roisin rosheen rose", "seamus shay james jim", "eoin owen ian john",
    ];

    private static readonly Dictionary<string, HashSet<string>> ByName = Read();

    /// <summary>Forms of a name, the name itself not among them.</summary>
    public static IReadOnlySet<string> Of(string given) =>
        ByName.TryGetValue(given, out var forms) ? forms : new HashSet<string>();

    private static Dictionary<string, HashSet<string>> Read()
    {
        var byName = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var group in Groups)
        {
            var forms = group.Split(' ');
            // From the full name to its forms, and back: who gave a form may be written in full. Forms of one name are forms of
            // each other.
            foreach (var form in forms)
            {
                if (!byName.TryGetValue(form, out var known))
                {
                    byName[form] = known = new HashSet<string>(StringComparer.Ordinal);
                }

                known.UnionWith(forms.Where(other => other != form));
            }
        }

        return byName;
    }
}
