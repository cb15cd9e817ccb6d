namespace Katas.RamenShop;

/// <summary>What keeps a kitchen from making more bowls.</summary>
public enum Limit
{
    /// <summary>The chefs' hands: another chef would help, another burner would not.</summary>
    Hands,

    /// <summary>The burners: another burner would help, another chef would not.</summary>
    Burners,

    /// <summary>Hands and burners allow exactly the same number of bowls: only one more of each would help.</summary>
    Both,
}
