namespace MashBroker.Rules;

/// <summary>What people of a trade, or of a kin, speak of when they tell what they saw: the till, the pew, "his own son".</summary>
internal static class RoleDomains
{
    // Words of a role, and behind the stroke beginnings of words of its world; an underscore joins two words.
    private static readonly string[] Worlds =
    [
        "colleague employer workmate manager boss coworker supervisor|shift shifts rota canteen warehouse factory overtime workplace staff_room works_with tea_break at_work depot staffroom",
        "taxi driver cab cabbie minicab bus coach_driver chauffeur|contract fare fares cab taxi drives drove back_seat in_the_back the_back lift dropped_them dropped_her dropped_him dropped_off picks_up picked_up passenger passengers route bus seat last_stop",
        "delivery courier postman postwoman postie parcel milkman driver|parcel parcels deliver delivers delivered delivery delivering post package packages round letterbox signed order orders takeaway_order milk knocks",
        "ex former partner boyfriend girlfriend husband wife father dad mother mum|moved_out left_her left_him used_to_live together split separated divorce divorced walked_out lived_with went_out_with dated broke_up own_son own_daughter his_son his_daughter his_child her_child ",
        "shop shopkeeper newsagent landlord_of_the_pub publican barman barmaid cashier shop_assistant off_licence checkout till cafe takeaway baker butcher pharmacist|sell sells sold serve serves served bottle bottles till counter stock cans tick customer customers bar pint buys bought change aisle bread counter vodka cider lager",
        "cleaner housekeeper home_help|does_for clean cleans cleaned cleaning hoover hoovering bins wiped wipes found mop under_the keys sheets bedding",
        "childminder minder babysitter sitter nanny au_pair nursery_assistant playgroup|has_ħ had_ħ minds minded sits sat looks_after looked_after collects drops drop_off paid fees nap naps tea afternoons till_six lunchbox nappy bag changed changing after_school potty cot bathed bedtime",
        "dance swimming gym gymnastics coach sport sports football boxing karate martial teacher instructor trainer rugby riding|leotard leotards kit changing lesson lessons class training trains match matches pitch team under practice session sessions pool trunks costume badge rehearsal rehearsals tournament boots shorts sparring ballet pony stables",
        "vicar priest imam rabbi pastor minister church mosque clergy churchwarden sunday congregation deacon|service church mosque prayer prayers sermon pew pews mass confession confessed baptism christening choir congregation vestry parish worship sunday_school",
        "landlord landlady letting agent lodger tenant|rent rents rented rental room tenancy property keys inspection inspected deposit lets let lease spare_room back_room box_room arrears_and under_the_same_roof",
        "hairdresser barber beautician nail stylist salon tattooist|hair colour cut cuts roots nails chair salon trim brush highlights perm shampoo appointment lashes brows wax tan wash",
        "teacher tutor music piano violin teaching helper assistant classroom|lesson lessons piano violin homework class reads reading desk recorder",
        "friend mate pal confidante bestie|night_out coffee texts messages together bridesmaid since_school best_friends go_out went_out confides tells_her told_her told_him wine girls_night",
        "grandmother grandfather grandparent gran nan nana grandma grandad grandpa godmother godfather great|her_daughter his_daughter her_son his_son raised brought_up flesh_and_blood own_grand blood",
        "aunt auntie uncle sister brother cousin niece nephew half stepsister stepbrother sibling relative in_law stepmother stepfather stepmum stepdad|every_other_weekend her_sister his_sister her_brother his_brother niece nephew grew_up brought_up same_house left_home flesh_and_blood own_family left_that_house half_term_with",
        "neighbour next door upstairs downstairs opposite resident|bins fence wall walls window garden noise landing stairs stairwell curtains washing parking hedge drive landlord_of_both thuds banging doorbell balcony rooftop letterbox next_door downstairs upstairs shared over_the",
        "plumber electrician builder engineer decorator gas handyman tradesman meter window roofer gardener|boiler leak pipe pipes wiring meter job fix fixing fixed repair repaired socket radiator ladder scaffolding paint painting quote panes mowing lawn hedge read_the",
        "nurse paramedic midwife retired police officer|trained training years_as former career when_she_nursed",
        "dog walker jogger passer passerby cyclist motorist shopper stranger|dog dogs walking walk park lead spaniel jogging run stopped pulled_over crossing passing",
        "volunteer food bank charity foodbank|parcel parcels session tins foodbank food_bank soup hamper",
        "scout guide brownie youth leader cubs beavers cadets|camp subs troop pack badge hall uniform tent",
        "parent school mum gate classmate|playground gate pick_up drop_off school_run sleepover tea party playdate class",
        "carer care vet dentist librarian optician student|wash washes visits dog cat teeth books lecture bathing",
    ];

    /// <summary>Beginnings of words by which somebody of this role may be known; empty for a role that none is known of.</summary>
    /// <param name="role">As a form has it.</param>
    public static IReadOnlySet<string> Of(string role)
    {
        var plain = $" {string.Join(' ', new ReadText(role).Words.Select(word => word.Text))} ";
        return Worlds
            .Select(world => world.Split('|'))
            .Where(world =>
                world[0].Split(' ').Any(word => plain.Contains($" {word.Replace('_', ' ')} ", StringComparison.Ordinal))
            )
            .SelectMany(world => world[1].Split(' '))
            .ToHashSet(StringComparer.Ordinal);
    }
}
