namespace PilotRegistry.Methodology;

/// <summary>What the settings of a pack and their answers are called for people.</summary>
internal static class SettingWords
{
    private static readonly Dictionary<string, (Wording Name, Dictionary<string, Wording> Answers)> Words = new()
    {
        ["equivalentValueSeries"] = (new("电力等价值的口径", "which equivalent value of electricity is taken"), new()
        {
            ["supply"] = new("供电标准煤耗", "coal use per kWh supplied"),
            ["generation"] = new("发电标准煤耗", "coal use per kWh generated")
        }),
        ["gridFactorYear"] = (new("火电因子的年份", "the year of the fossil-power factor"), []),
        ["gasIsClean"] = (new("天然气是否计入清洁能源", "whether natural gas counts as clean"), YesNo("计入", "不计入", "it does", "it does not")),
        ["rawMaterialCountsAsEnergy"] = (new("原料用能是否计入能源消费", "whether raw material counts as energy"), YesNo("计入", "不计入", "it does", "it does not")),
        ["measuredHeatValue"] = (new("实测热值是否采用", "whether measured heat values are taken"), new()
        {
            ["accepted"] = new("采用", "taken"),
            ["refused"] = new("不采用", "not taken")
        }),
        ["wasteEnergyWeights"] = (new("余热、余冷、余压的平均方法", "how waste heat, cold and pressure are averaged"), new()
        {
            ["recoverable"] = new("按可回收量加权", "weighted by the recoverable amount"),
            ["equal"] = new("等权", "equal weights")
        }),
        [Choices.CertificateMonth] = (new("绿证电量的生产月份", "which production months of certificates count"), new()
        {
            ["withinValidity"] = new("有效期内均可", "any within their validity"),
            ["accountingYear"] = new("核算年度内", "those of the accounting year")
        })
    };

    /// <summary>Every setting that has words; a test holds it against <see cref="Choices.Known"/>.</summary>
    public static IEnumerable<string> Names => Words.Keys;

    public static Wording Of(string setting) => Words[setting].Name;

    /// <summary>An answer; a year is its own word.</summary>
    public static Wording Of(string setting, string answer) => Words[setting].Answers.GetValueOrDefault(answer) ?? new(answer, answer);

    private static Dictionary<string, Wording> YesNo(string yesZh, string noZh, string yes, string no) =>
        new() { ["true"] = new(yesZh, yes), ["false"] = new(noZh, no) };
}
