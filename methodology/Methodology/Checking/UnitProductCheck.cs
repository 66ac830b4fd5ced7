namespace PilotRegistry.Methodology;

/// <summary>A product's energy use beside a limit of the pack, a level 2 of its own standard, or none.</summary>
internal static class UnitProductCheck
{
    public static List<AssessedProduct> Check(IReadOnlyList<UnitProduct> given, RulePack pack, Problems problems) =>
        YearCheck.Each(given, "indicators/unitProducts", (product, at) => Check(product, at, pack, problems), problems);

    private static AssessedProduct? Check(UnitProduct product, string at, RulePack pack, Problems problems)
    {
        var limit = Limit(product, new Place(at, "limit"), pack, problems);
        var value = RequiredNumber.Of(product.Value, new Place(at, "value"), "单位产品能耗", "the energy use per unit of product", problems, mayBeNegative: true);
        if (!OwnLevelFits(product, at, problems) || value is not { } measured || (limit is null && product.Name is null)) return null;
        var name = limit?.Name ?? new(product.Name!, product.Name!);
        return new(at, name, limit?.Unit ?? "", measured, Level2(product, limit, at), limit);
    }

    private static LimitRow? Limit(UnitProduct product, Place pointer, RulePack pack, Problems problems)
    {
        if (product.Limit is null)
        {
            if (string.IsNullOrWhiteSpace(product.Name))
                problems.Add(pointer, "limit-or-name-required",
                    "请选择限额标准（代码例如 CEMENT）；没有国家限额的产品填写名称。",
                    "Enter the limit, a code such as CEMENT, or the name of a product that has no national limit.");
            return null;
        }
        if (pack.Limits.TryGetValue(product.Limit, out var row)) return row;
        var known = string.Join(", ", pack.Limits.Keys);
        problems.Add(pointer, "unknown-limit",
            $"没有限额代码“{product.Limit}”：请填写其中之一：{known}；其他产品填写名称、2 级值和标准号。",
            $"There is no limit \"{product.Limit}\": enter one of {known}; for other products enter the name, level 2 and the standard.");
        return null;
    }

    private static bool OwnLevelFits(UnitProduct product, string at, Problems problems)
    {
        if (product.Level2 is { } own && !NumberRules.Holds(own, mayBeNegative: true, new Place(at, "level2"), problems)) return false;
        if (product.Level2 is null || !string.IsNullOrWhiteSpace(product.Standard)) return true;
        problems.Add($"/{at}/standard", "standard-required",
            "自填 2 级值时请写明出自哪项标准。", "With an own level 2, enter the standard it comes from.");
        return false;
    }

    private static SourcedNumber? Level2(UnitProduct product, LimitRow? limit, string at)
    {
        if (product.Level2 is { } own) return SourcedNumber.GivenByPark($"{at}/level2", own, limit?.Unit ?? "", product.Standard!);
        return limit?.Level2 is { } level
            ? new() { Id = $"limits/{limit.Code}/level2", Value = level, Unit = limit.Unit, Source = limit.Standard, Mark = limit.Mark }
            : null;
    }
}
