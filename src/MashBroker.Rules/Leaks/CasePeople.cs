namespace MashBroker.Rules;

/// <summary>Words for those of whom a case speaks anyway, by what may be said of them.</summary>
internal static class CasePeople
{
    /// <summary>People whose acts are facts of the case: the family, and those who work with it.</summary>
    public static readonly HashSet<string> Known = new(
        (
            "mother mum mam mummy father dad daddy parents parent stepfather stepmother stepdad stepmum child children boy girl son daughter sibling siblings brother sister baby "
            + "grandmother grandfather grandparents aunt uncle nan gran grandma grandad cousin partner boyfriend girlfriend husband wife hv hvs sw senco police officer officers school academy primary infants juniors teacher headteacher head nursery college gp doctor surgery health visitor midwife nurse "
            + "hospital paramedics ambulance probation housing camhs social worker workers worker service services team agency agencies staff paediatrician consultant psychiatrist dentist dsl lead court cafcass landlord council "
            + "youth adolescent teenager pupil student practitioner professional professionals foster carer carers couple family families stepbrother stepsister twins ex-partner ex"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Those among them who work with the family: that they told the hub says nothing of a member of the public.</summary>
    public static readonly HashSet<string> Services = new(
        (
            "hv hvs dsl senco police officer officers school academy primary infants juniors teacher headteacher head nursery college gp doctor surgery health visitor midwife nurse hospital paramedics ambulance probation housing camhs social worker workers "
            + "worker service services team agency agencies staff paediatrician consultant psychiatrist dentist dsl court cafcass council practitioner professional professionals"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Whose words may be quoted in the first person.</summary>
    public static readonly HashSet<string> Speakers = new(
        (
            "mother mum mam mummy father dad daddy parents parent stepfather stepmother stepdad stepmum child children boy girl son daughter sibling siblings brother sister she he they her him "
            + "grandmother partner boyfriend girlfriend husband wife youth teenager pupil student teacher"
        ).Split(' '),
        StringComparer.Ordinal
    );
}
