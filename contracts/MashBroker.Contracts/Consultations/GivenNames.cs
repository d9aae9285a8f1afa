namespace MashBroker.Contracts.Consultations;

/// <summary>
/// Given names that are common in England and are no ordinary words, and the words that may follow a child who stays unnamed. Far
/// from all names: a text that passes was looked through, and is not proved to name nobody.
/// </summary>
internal static class GivenNames
{
    private const string Names = """
        aaliyah aaron abdul abdullah abigail adam adrian ahmed aidan aisha alan alex alexander alexandra alfie ali alice alicia alison
        alistair amelia amina amir amy andrea andrew angela anna anne annie anthony antonia archie arthur ashley asif ava barbara
        barry ben benjamin bernard beth bethany beverley brandon brian bruce caleb callum cameron carl carol caroline catherine
        charles charlie charlotte chloe chris christian christina christine christopher claire connor craig daisy damian daniel
        danielle darren dave david dawn deborah denise dennis derek diana diane dominic donna dorothy dylan edward eileen elaine eleanor
        elijah elizabeth ella ellie elliot emily emma eric erin esme ethan eva evan evelyn evie ezra fatima felix fiona florence frances
        francesca freddie frederick freya gabriel gareth garry gary gavin gemma geoffrey george georgia georgina gerald
        gillian glenn gordon graham greg gregory hannah harley harriet harrison harry harvey hassan hayley heather helen henry hilary
        hugh hugo hussain ian ibrahim imogen imran irene isaac isabel isabella isabelle isla ismail isobel jacob jacqueline jake jamal
        james jamie jane janet janice jasmine jason jayden jayne jean jeffrey jennifer jeremy jessica jill joan joanna
        joanne joe joel john jonathan jordan joseph josephine josh joshua joyce jude judith julia julian julie justin kai karen
        karl kate katherine kathleen kathryn katie kayla kayleigh keith kelly kenneth kerry kevin khadija kieran kim kimberley kirsty kyle
        lara laura lauren leah leanne leo leon leonard lesley leslie lewis liam lillian lily linda lisa logan lorraine louie louis louise
        luca lucas lucy luke lydia lynn maisie malcolm marcus margaret maria marie marilyn martha martin martyn mary maryam mason
        matilda matthew maureen megan melanie melissa mia michael michelle mila millie mitchell mohammad mohammed molly muhammad
        naomi natalie natasha nathan nathaniel neil nicholas nicola nicole nigel noah nora norman oliver olivia omar oscar owen
        pamela patricia patrick paul paula pauline peter philip phillip phoebe priya rachel ralph raymond rebecca reece rhys
        richard riley robert robin roger ronald rosemary rosie ross roxanne ruby rupert russell ruth ryan sally sam samantha samir samuel sandra
        sara sarah scott sean sebastian shannon sharon shaun sheila shirley sienna simon sofia sonia sophia sophie stacey stanley
        stella stephanie stephen steven stuart susan suzanne sylvia tamara tania teddy terence teresa theo theodore theresa
        thomas tiffany timothy toby tom tommy tracey tracy tyler vanessa vera veronica victoria vincent wayne wendy wendelmar
        william yasmin yusuf yvonne zachary zara zainab zoe
        """;

    private const string Follow = """
        a about abuse after again age aged alone also always an and appears are arrived arrives as asked asks at ate attended attends
        be became because becomes been before being benefit between but by came can cannot care carer carers come comes could cried
        cries criminal criminality did didn't do does doesn't down eats either emotional every exploitation feels felt for
        from gets goes got had has hasn't have having he health her here hid hides his hit hits how if in into is isn't it its
        kept keeps know knows leaves left less like likes lived lives living looked looks made maintenance makes may might minder missed
        misses missing more most must need needs neglect never no nor not now of often on once only or our out over own physical plan
        play poverty protection ran really refused refuses returned returns rights runs safeguarding said saw say says seemed seems
        seen sees sexual she should showed shows since slept sleeps so sometimes speaks spends spent spoke stayed stays still such support
        taken takes talked talks tells than that the their them then there these they this those thought to told too took
        trafficking twice under until up used uses very wants was wasn't wears welfare went were what when where whether which while
        who whom whose why will with without wore would yet
        """;

    private static readonly HashSet<string> All = Split(Names);

    private static readonly HashSet<string> Followers = Split(Follow);

    /// <param name="word">One word, however it is written.</param>
    public static bool Has(string word) => All.Contains(word);

    /// <summary>Whether a word may stand after "the child" or "the pupil" and be no name.</summary>
    public static bool MayFollow(string word) => Followers.Contains(word);

    private static HashSet<string> Split(string words) =>
        words
            .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
