using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>
/// Ordinary texts of a safeguarding hub that tell neither who referred nor where anybody hides: what a check that stops too much
/// would make impossible to write.
/// </summary>
public sealed class FirstHarmless(int seed)
{
    private static readonly string[] Whole =
    [
        "{c} has missed 14 days of school this term and is often late.",
        "{c} came to school with a bruise on the left arm on 3 May 2026.",
        "{m} has a history of depression and is known to adult mental health services.",
        "{c} lives with {p} mother and grandmother; the father left in 2024.",
        "Police attended a domestic incident at the home at 23:40 on 12 October.",
        "Neighbours have called the police twice this year because of noise.",
        "There is little food in the house and the children sleep on a mattress on the floor.",
        "The health visitor could not gain entry on three occasions.",
        "{c} told {p} teacher: \"I don't want to go home.\"",
        "{m} said \"I can't cope any more\" at the last appointment.",
        "The school nurse has seen {c} four times since September.",
        "{m} will not engage with early help and may need support with housing.",
        "The family moved here in May from another county; records have been asked for.",
        "There is hope that {m} will accept support, and some grace was given over the arrears.",
        "A mark was seen on {c}'s neck; it will be looked at by a paediatrician.",
        "NHS number 999 000 0018, date of birth 04/05/2015.",
        "The class teacher, Mr Hargreave, describes {c} as withdrawn.",
        "{c}'s grandmother collects {p} younger brother on Mondays.",
        "The parents separated after an incident in March; there is a non-molestation order.",
        "Concerns of neglect: dirty clothes, untreated head lice, missed dental appointments.",
        "{c} is thought to be spending time with older men and has two mobile phones.",
        "{c} has gone missing overnight three times in four weeks.",
        "The young person uses cannabis daily and is not in education.",
        "What is known of the parents, any call-outs to the address and any warning markers?",
        "Please say when {c} was last seen, and by whom.",
        "{m} misses most midwifery appointments; the baby is due in June.",
        "The flat is on the second floor with no window locks.",
        "The landlord has served notice and the family must leave by the end of the month.",
        "An aunt cares for {c} at weekends while {m} works nights at a shop.",
        "The stepfather is said to have thrown a plate at the wall.",
        "Father is on licence until 2027 and must not have unsupervised contact.",
        "The GP has referred {c} to CAMHS for anxiety.",
        "Fire service fitted smoke alarms after a small fire in the kitchen.",
        "{c} takes the bus to school alone and arrives before the doors open.",
        "There is rubbish in the garden and a dog that has bitten a child.",
        "{m} and {p} partner argue about money; {c} hides upstairs.",
        "The children share a bedroom above the shop in which their father works.",
        "The tenancy began in 2021; rent arrears stand at 1,240 pounds.",
        "A childminder looks after {c} before school.",
        "{c} says that dad shouts and that mum cries.",
        "A strategy discussion was held on 14 July at 10:30.",
        "Nobody has seen {c} since Thursday afternoon.",
        "Probation is asked for orders, licence conditions and risk of serious harm.",
        "The child protection plan ended in 2023 under the category of neglect.",
        "The street is known to the police for drug dealing.",
        "{c} wears a thin coat and has no lunch money.",
        "A member of the public is worried that the children are left alone at night.",
        "Both parents drink in the evening; the children are heard crying.",
        "The eldest cares for the younger ones and cooks for them.",
        "An open window and a full ashtray were seen beside the cot.",
    ];

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var family = FirstFamilies.One(_chance, hidden: _chance.Next(4) == 0) with
            {
                // What a member of the public would be stopped for, a professional may say.
                Kind = _chance.Next(3) == 0 ? ReferrerKind.Professional : ReferrerKind.MemberOfPublic,
            };
            var sentences = Enumerable.Range(0, _chance.Next(1, 5)).Select(_ => Sentence(family));
            yield return new LeakCase("harmless", family.Contact("Concern."), string.Join(' ', sentences));
        }
    }

    private string Sentence(LeakFamily family)
    {
        // Nobody's neighbour, grandmother or landlord as a fact of a household where that is who referred: two sentences that
        // nobody could tell apart are no test of either.
        string sentence;
        do
        {
            sentence = Whole[_chance.Next(Whole.Length)];
        } while (Speaks(sentence, family.Role));

        return sentence
            .Replace("{c}", family.Child, StringComparison.Ordinal)
            .Replace("{m}", family.Mother, StringComparison.Ordinal)
            .Replace("{p}", _chance.Next(2) == 0 ? "her" : "his", StringComparison.Ordinal);
    }

    private static bool Speaks(string sentence, string role) =>
        role.Split(' ')
            .Any(word =>
                word.Length > 3 && sentence.Contains(word, StringComparison.OrdinalIgnoreCase) && word != "mother"
            );
}
