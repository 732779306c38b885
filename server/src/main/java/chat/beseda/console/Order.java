package chat.beseda.console;

/** What an operator tells the server to do; carried out once for its {@code rid}, however often it comes. */
sealed interface Order
        permits Order.Turn, Order.Correction, FromOperator.PutTag, FromOperator.InviteVisitor, FromOperator.SetState {

    String rid();

    /** An order about whose a conversation is; {@code version} is that of the ownership on the screen. */
    sealed interface Turn extends Order
            permits FromOperator.Take,
                    FromOperator.GiveBack,
                    FromOperator.Close,
                    FromOperator.Refuse,
                    FromOperator.HandOver,
                    FromOperator.Accept,
                    FromOperator.Decline,
                    FromOperator.TakeOver {

        String conversation();

        int version();
    }

    /** An order about words the operator has said already. */
    sealed interface Correction extends Order permits FromOperator.Edit, FromOperator.Delete {

        String conversation();

        /** Of the message, in the public stream. */
        long seq();
    }
}
