namespace MashBroker.Testing.Leaks;

/// <summary>
/// Texts that tell nothing, in the manner of chronologies and case notes, for contacts of the same families as the fourth traps:
/// kin and neighbours as facts, services that tell, ordinary words that are also names.
/// </summary>
public sealed class FourthHarmless(int seed)
{
    private static readonly string[] Roles = ["Football coach", "Neighbour", "Shopkeeper", "Family friend"];

    private static readonly string[] Sentences =
    [
        "03/02/25: health visitor unable to gain access; card left.",
        "11/02/25: mother attended A&E with a fractured wrist and gave two accounts of it.",
        "Strategy meeting held on 4 March; section 47 enquiries concluded without further action.",
        "C was placed on a child protection plan under neglect in 2022 and stepped down in May 2023.",
        "The paediatrician considered the injury to be consistent with the account given.",
        "The GP noted that C was brought late for all three immunisations.",
        "C disclosed to her form tutor that she is made to sleep in the bath.",
        "Police logged nine calls to the address, four of them about noise.",
        "The school nurse described C as pale and withdrawn.",
        "Nursery staff saw C flinch when her father arrived.",
        "M told the midwife that she had not used cannabis since February.",
        "M says she is worried about money and cannot heat the home.",
        "Father is worried that C is using cannabis.",
        "Paternal aunt has parental responsibility under a residence order.",
        "Maternal grandmother died in June and M has not worked since.",
        "C stays with an uncle in the holidays.",
        "Grandad takes the children to football on Saturdays.",
        "A great-grandmother lives in the household and is bed-bound.",
        "C's half-brother is looked after by another local authority.",
        "M borrowed money from a friend and has not repaid it.",
        "C has a best friend called Amber and walks to school alone.",
        "The family was evicted by a private landlord in October.",
        "Will the parents agree to a hair strand test?",
        "C may have been given codeine; the bottle was marked 30 mg.",
        "She was frank about her drinking and gave a green light to an assessment.",
        "It was a hot day in June and C wore a thick coat with long sleeves.",
        "C likes to draw; a violet crayon was found in her ear.",
        "Olive oil had been poured on the stairs.",
        "The day after, the bruise had turned green.",
        "A rose tattoo covers the scar on M's forearm.",
        "C is 104 cm tall and weighs 16 kg, on the ninth centile.",
        "Her school attendance was 71.4% in term one and 63% in term two.",
        "Court hearing at 10:30 on 17 January 2027, room 4.",
        "CRO number 112233/04A; last custodial sentence 26 weeks.",
        "Benefit cap applied; rent arrears of £2,318.40.",
        "Father was stopped on the M6 with 14 wraps of cocaine.",
        "C was found by a police dog handler at 02:15 near the canal.",
        "C missed from home on six dates between 1 May and 9 July.",
        "C returned with new trainers and two mobile telephones.",
        "She named a man called Razor who gives her lifts.",
        "Her boyfriend is thought to be 24 and to drive a white van.",
        "A knife was recovered from beneath the mattress.",
        "The home smelt strongly of urine and there was dog mess in the hall.",
        "No food in the fridge other than milk and a jar of pickles.",
        "The parents argue about contact; the father says the mother blocks it.",
        "M said that her partner controls her bank card and reads her messages.",
        "M reported to police that he had strangled her while holding the baby.",
        "DASH score 17; referred to MARAC.",
        "The midwife is concerned that the pregnancy was concealed.",
        "CAMHS closed the case after two missed appointments.",
        "C has an education, health and care plan for autism.",
        "C was excluded for two days after she bit a teaching assistant.",
        "The dentist recorded eleven decayed teeth.",
        "Both children were heard to cry for an hour before the door was opened to officers.",
        "Neighbours' names are not known.",
        "A man was seen leaving through the rear window as police arrived.",
        "Adults unknown to the school have collected C on three occasions.",
        "M is said to owe money to dealers.",
        "It has been reported that the children are left alone overnight.",
        "The children have been seen on the balcony without an adult.",
        "Is anything known of the older brother's associates?",
        "Please state when C was last seen and by whom.",
        "Siblings: two boys, aged four and nine, same father.",
        "C's friends from school have stopped visiting.",
        "The child told a friend at school, and the teacher then spoke with her.",
        "Mother's partner told officers that he had not been at the home.",
        "Mother's sister has two children on plans in another borough.",
        "An unknown male was at the property during the visit.",
        "The housing officer found the tenant's door damaged.",
        "M moved from Scotland as a teenager and grew up in care.",
        "The ambulance crew reported that M was unconscious with a syringe beside her.",
        "C's teacher believes that she is a young carer.",
        "\"I don't want to go home,\" C told the learning mentor.",
        "Her probation officer confirmed that the curfew ended in April.",
        "The youth worker thinks that C is being groomed by older boys.",
        "C was photographed asleep on a park bench.",
        "The letting agency wrote to M in May about the state of the garden.",
    ];

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var family = FourthFamilies.One(_chance, FourthFamilies.Of(_chance, Roles), hidden: _chance.Next(3) == 0);
            var text = Enumerable
                .Range(0, 1 + _chance.Next(3))
                .Select(at => Sentences[at == 0 ? i % Sentences.Length : _chance.Next(Sentences.Length)])
                .Distinct();
            var words = string.Join(' ', text).Split(' ').Select(word => Named(word, family));
            yield return new LeakCase("harmless", family.Contact("Concern."), string.Join(' ', words));
        }
    }

    private static string Named(string word, LeakFamily family) =>
        word switch
        {
            "C" or "C's" => family.Child + word[1..],
            "M" or "M's" => family.Mother + word[1..],
            _ => word,
        };
}
